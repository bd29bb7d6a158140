import { useEditing } from "../../../app/drafts/DraftContext.ts";
import { DraftField } from "../../../app/drafts/DraftFields.tsx";
import { valueAt } from "../../../app/drafts/draft-text.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { SelectField } from "../../../ui/Field.tsx";
import { useCadenceWords } from "../template-words.ts";
import { standardsTexts } from "../texts.ts";
import styles from "./Editor.module.css";
import { editorTexts } from "./texts.ts";

const lengths = ["month", "two_months", "quarter", "half_year", "year"] as const;

/** How often the work is owed; what happens on occasion is never owed by itself. */
export function CadenceFields() {
  const t = useTexts(editorTexts);
  const common = useTexts(standardsTexts);
  const cadenceOf = useCadenceWords();
  const { body, set, sentenceAt } = useEditing();
  const every = valueAt(body, ["cadence", "every"]);
  const choose = (next: string) =>
    next === ""
      ? set(["cadence"], null)
      : every === undefined
        ? set(["cadence"], { every: next, times: 1 })
        : set(["cadence", "every"], next);
  return (
    <div className={styles.pair}>
      <SelectField
        label={common("cadence")}
        value={String(every ?? "")}
        error={sentenceAt(["cadence"]) ?? sentenceAt(["cadence", "every"])}
        data-place="cadence"
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{cadenceOf(null)}</option>
        {lengths.map((length) => (
          <option key={length} value={length}>
            {common(length)}
          </option>
        ))}
      </SelectField>
      {every !== undefined && <DraftField path={["cadence", "times"]} label={t("times")} whole />}
      {every === "year" && <DraftField path={["cadence", "due"]} label={t("due")} hint={t("dueHint")} optional />}
    </div>
  );
}
