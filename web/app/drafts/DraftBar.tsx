import { Button } from "../../ui/Button.tsx";
import { useSentence } from "../../ui/States.tsx";
import { useTexts } from "../language/texts.ts";
import styles from "./Drafts.module.css";
import { draftTexts } from "./texts.ts";
import type { TextDraft } from "./use-text-draft.ts";

/** Whether what was typed is kept, said quietly, and the way back. */
export function DraftBar({ draft }: { draft: TextDraft }) {
  const t = useTexts(draftTexts);
  const sentence = useSentence();
  const { state, revision, error, undo } = draft;
  return (
    <div className={styles.acts}>
      <span className="note" role="status">
        {state === "saved" ? t("saved", { revision }) : t(state)}
        {state === "refused" && ` ${sentence(error, "writing")}`}
      </span>
      <Button kind="text" disabled={undo === null} onClick={() => undo?.()}>
        {t("undo")}
      </Button>
    </div>
  );
}
