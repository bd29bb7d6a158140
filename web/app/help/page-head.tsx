import { lazy, Suspense } from "react";
import type { PageHead } from "../../ui/Page.tsx";
import { HelpButton } from "./HelpButton.tsx";

const Explained = lazy(() => import("./Explained.tsx"));

/** What stands in the head of every page beside its title. */
export const pageHead: PageHead = {
  help: <HelpButton />,
  explained: (text) => (
    <Suspense fallback={text}>
      <Explained text={text} />
    </Suspense>
  ),
};
