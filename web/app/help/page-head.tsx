import { lazy, Suspense } from "react";
import type { PageHead } from "../../ui/Page.tsx";
import { HelpButton } from "./HelpButton.tsx";

/** Without a line the words stand there unexplained: the page is worth more than their notes. */
const bare = { default: ({ text }: { text: string }) => [text] };
const Explained = lazy(() => import("./Explained.tsx").catch(() => bare));

/** What stands in the head of every page beside its title. */
export const pageHead: PageHead = {
  help: <HelpButton />,
  explained: (text) => (
    <Suspense fallback={text}>
      <Explained text={text} />
    </Suspense>
  ),
};
