import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { ask } from "../../app/api/queries.ts";
import { Failed, Loading } from "../../ui/States.tsx";
import { SignInPage } from "./SignInPage.tsx";

const FirstRunPage = lazy(() => import("./FirstRunPage.tsx"));

/** Sign-in, or the first-run page while the system has no administrators. */
export default function SignedOutPage() {
  const client = useQueryClient();
  const setup = useQuery({ ...ask("getSetup", {}), staleTime: Number.POSITIVE_INFINITY });
  if (setup.isError) return <Failed error={setup.error} retry={() => void setup.refetch()} />;
  if (!setup.data) return null;
  if (!setup.data.needed) return <SignInPage groups={setup.data.groups} />;
  return (
    <Suspense fallback={<Loading />}>
      <FirstRunPage onDone={() => void client.invalidateQueries({ queryKey: ["getSetup"] })} />
    </Suspense>
  );
}
