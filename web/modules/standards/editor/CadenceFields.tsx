import { useEditing } from "../../../app/drafts/DraftContext.ts";
import { DraftField } from "../../../app/drafts/DraftFields.tsx";
import { placeOf, valueAt } from "../../../app/drafts/draft-text.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { SelectField, TextField } from "../../../ui/Field.tsx";
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
        : next === "year"
          ? set(["cadence", "every"], next)
          : set(["cadence"], { every: next, times: valueAt(body, ["cadence", "times"]) ?? 1 });
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
      {every === "year" && <WindowFields />}
    </div>
  );
}

/** In which days of the year a yearly duty is usually done; outside of them a reason is asked for. */
function WindowFields() {
  const t = useTexts(editorTexts);
  const { body, set, sentenceAt } = useEditing();
  const path = ["cadence", "window"];
  const written = (side: "from" | "to") => String(valueAt(body, [...path, side]) ?? "");
  const write = (side: "from" | "to", typed: string) => {
    const days = { from: written("from"), to: written("to"), [side]: typed };
    set(path, days.from === "" && days.to === "" ? undefined : days);
  };
  return (["from", "to"] as const).map((side) => (
    <TextField
      key={side}
      label={t(side === "from" ? "windowFrom" : "windowTo")}
      hint={t("windowHint")}
      optional
      value={written(side)}
      error={sentenceAt([...path, side]) ?? (side === "from" ? sentenceAt(path) : undefined)}
      data-place={placeOf([...path, side])}
      onChange={(event) => write(side, event.target.value)}
    />
  ));
}
