import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useEffect } from "react";
import page from "../../ui/Page.module.css";
import { Failed, Loading } from "../../ui/States.tsx";
import { onSignedOut, setRefusalLanguage } from "../api/client.ts";
import { setTimeZone } from "../frame/months.ts";
import { languageTags, useLanguage } from "../language/language.ts";
import { endSession, SessionContext, sessionQuery } from "./session.ts";

const SignedOutPage = lazy(() => import("../../modules/identity/SignedOutPage.tsx"));
const ExpiredPasswordPage = lazy(() => import("../../modules/identity/ExpiredPasswordPage.tsx"));
const SecondFactorDuePage = lazy(() => import("../../modules/identity/SecondFactorDuePage.tsx"));

/** Lets a signed-in account through; otherwise the sign-in page stands at the same address. */
export function SessionGate({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const language = useLanguage();
  const session = useQuery(sessionQuery);
  setRefusalLanguage(languageTags[language]);
  if (session.data) setTimeZone(session.data.timeZone);
  useEffect(() => onSignedOut(() => endSession(client)), [client]);
  if (session.isError && session.data === undefined) {
    return <Failed error={session.error} retry={() => void session.refetch()} />;
  }
  if (session.data === undefined) {
    return (
      <div className={page.page}>
        <Loading tall rows={3} />
      </div>
    );
  }
  return (
    <Suspense fallback={<Loading />}>
      {session.data === null ? (
        <SignedOutPage />
      ) : (
        <SessionContext value={session.data}>
          {session.data.passwordExpired ? (
            <ExpiredPasswordPage />
          ) : session.data.secondFactorDue ? (
            <SecondFactorDuePage />
          ) : (
            children
          )}
        </SessionContext>
      )}
    </Suspense>
  );
}
