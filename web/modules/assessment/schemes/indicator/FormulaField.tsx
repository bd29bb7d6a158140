import { useEditing } from "../../../../app/drafts/DraftContext.ts";
import { type DraftPath, placeOf, valueAt } from "../../../../app/drafts/draft-text.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { Button } from "../../../../ui/Button.tsx";
import { TextArea } from "../../../../ui/Field.tsx";
import styles from "../editor/Editor.module.css";
import { faultIn } from "./fault.ts";
import { indicatorTexts } from "./texts.ts";

const functions = ["min(a, b)", "max(a, b)", "clamp(a, 0, 1)", "round(a, 2)"];

/** A formula: its names are put in by a click, and where it breaks is underlined with the sentence. */
export function FormulaField({ path, names }: { path: DraftPath; names: readonly string[] }) {
  const t = useTexts(indicatorTexts);
  const { body, set, sentenceAt } = useEditing();
  const expression = String(valueAt(body, path) ?? "");
  const sentence = sentenceAt(path);
  const fault = sentence === undefined ? null : faultIn(expression, sentence);
  const put = (text: string) =>
    set(path, `${expression}${expression === "" || /[\s(]$/.test(expression) ? "" : " "}${text}`);
  return (
    <div className={styles.form}>
      <TextArea
        label={t("expression")}
        hint={t("expressionHint")}
        spellCheck={false}
        value={expression}
        error={sentence}
        data-place={placeOf(path)}
        onChange={(event) => set(path, event.target.value)}
      />
      {fault && (
        <code className={styles.formula}>
          <span className="sr">{t("fault")} </span>
          {fault[0]}
          <mark>{fault[1] || "␣"}</mark>
          {fault[2]}
        </code>
      )}
      <fieldset className={styles.names} aria-label={t("putIn")}>
        {[...names, ...functions].map((text) => (
          <Button key={text} kind="text" onClick={() => put(text)}>
            <code>{text}</code>
          </Button>
        ))}
      </fieldset>
    </div>
  );
}
