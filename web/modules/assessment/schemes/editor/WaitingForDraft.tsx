import { useTexts } from "../../../../app/language/texts.ts";
import { Failed, Loading } from "../../../../ui/States.tsx";
import { AssessmentPage } from "../../AssessmentPage.tsx";
import { editorTexts } from "./texts.ts";

/** Until the draft and what it begins with are there. */
export function WaitingForDraft({ error }: { error: unknown }) {
  const t = useTexts(editorTexts);
  return <AssessmentPage title={t("title")}>{error ? <Failed error={error} /> : <Loading rows={8} />}</AssessmentPage>;
}
