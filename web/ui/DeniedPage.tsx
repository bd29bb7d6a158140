import { useTexts } from "../app/language/texts.ts";
import { Page } from "./Page.tsx";
import { Denied } from "./States.tsx";
import { uiTexts } from "./texts.ts";

/** Instead of a page that this account has no business with. */
export function DeniedPage() {
  const t = useTexts(uiTexts);
  return (
    <Page title={t("deniedTitle")}>
      <Denied titled={false} />
    </Page>
  );
}
