import { TextArea } from "../../ui/Field.tsx";
import { useTexts } from "../language/texts.ts";
import styles from "./Drafts.module.css";
import { readDraft } from "./draft-text.ts";
import { draftTexts } from "./texts.ts";

/** The draft as text: the same one that the form changes. */
export function TextTab({ text, change }: { text: string; change: (text: string) => void }) {
  const t = useTexts(draftTexts);
  const read = readDraft(text);
  return (
    <div className={styles.code}>
      <TextArea
        label={t("wholeText")}
        hint={t("textHint")}
        spellCheck={false}
        value={text}
        error={"line" in read ? t("unreadable", { line: read.line }) : undefined}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
}
