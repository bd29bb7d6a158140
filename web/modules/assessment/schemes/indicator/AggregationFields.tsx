import { factKinds } from "@dutyloop/domain/assessment/things.ts";
import { useEditing } from "../../../../app/drafts/DraftContext.ts";
import { DraftField, DraftSelect, ItemActs } from "../../../../app/drafts/DraftFields.tsx";
import { type DraftPath, valueAt } from "../../../../app/drafts/draft-text.ts";
import { itemsAt, textsAt } from "../../../../app/drafts/texts-at.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { Button } from "../../../../ui/Button.tsx";
import { Check } from "../../../../ui/Checks.tsx";
import { SelectField, TextField } from "../../../../ui/Field.tsx";
import { useFactKind } from "../../score/fact-title.ts";
import { Conditions } from "../editor/Conditions.tsx";
import styles from "../editor/Editor.module.css";
import { FormulaField } from "./FormulaField.tsx";
import { type AggregationForm, aggregationForms, aggregationOf } from "./skeletons.ts";
import { indicatorTexts } from "./texts.ts";

const at = (...steps: (string | number)[]) => ["aggregation", ...steps];

/** How facts become one value. */
export function AggregationFields() {
  const t = useTexts(indicatorTexts);
  const { body, set } = useEditing();
  const form = String(valueAt(body, at("form")) ?? "");
  const first = textsAt(body, ["reads"])[0] ?? "metric";
  return (
    <>
      <SelectField
        label={t("form")}
        value={form}
        onChange={(event) => set(at(), aggregationOf(event.target.value as AggregationForm, first))}
      >
        {aggregationForms.map((one) => (
          <option key={one} value={one}>
            {t(`form_${one}`)}
          </option>
        ))}
      </SelectField>
      {form === "ratio" && <Ratio />}
      {["sum", "count", "last", "mean", "judges"].includes(form) && <Selection path={at("of")} label={t("counted")} />}
      {form === "mean" && <Sample />}
      {form === "judges" && <Judges />}
      {form === "formula" && <Formula />}
      {(form === "rollup" || form === "figure") && <DraftField path={at("scheme")} label={t("ofScheme")} />}
      {form === "rollup" && <Rollup />}
    </>
  );
}

function Selection({ path, label, measured = false }: { path: DraftPath; label: string; measured?: boolean }) {
  const t = useTexts(indicatorTexts);
  const kindOf = useFactKind();
  const measures = (["count", "quantity", "base"] as const).map((key) => ({ key, label: t(`measure_${key}`) }));
  return (
    <div className={styles.pair}>
      <DraftSelect
        path={[...path, "kind"]}
        label={label}
        options={factKinds.map((key) => ({ key, label: kindOf(key) }))}
      />
      {measured && <DraftSelect path={[...path, "measure"]} label={t("measure")} options={measures} />}
      <Conditions path={[...path, "conditions"]} />
    </div>
  );
}

function Ratio() {
  const t = useTexts(indicatorTexts);
  const weights = (["weighted", "ignored"] as const).map((key) => ({ key, label: t(`late_${key}`) }));
  return (
    <>
      <Selection path={at("numerator")} label={t("numerator")} measured />
      <Selection path={at("denominator")} label={t("denominator")} measured />
      <DraftSelect path={at("timeliness")} label={t("timeliness")} options={weights} />
    </>
  );
}

function Sample() {
  const t = useTexts(indicatorTexts);
  const { body, set } = useEditing();
  const asks = valueAt(body, at("sample")) != null;
  return (
    <>
      <Check
        label={t("sample")}
        checked={asks}
        onChange={(now) => set(at("sample"), now ? { attribute: "ballots", minimum: 5 } : undefined)}
      />
      {asks && (
        <div className={styles.pair}>
          <DraftField path={at("sample", "attribute")} label={t("sampleAttribute")} />
          <DraftField path={at("sample", "minimum")} label={t("minimum")} whole />
        </div>
      )}
    </>
  );
}

function Judges() {
  const t = useTexts(indicatorTexts);
  const { body, set } = useEditing();
  return (
    <>
      <DraftField path={at("minimum")} label={t("minimumJudges")} whole />
      <Check
        label={t("trim")}
        checked={valueAt(body, at("trim")) === true}
        onChange={(now) => set(at("trim"), now ? true : undefined)}
      />
    </>
  );
}

function Formula() {
  const t = useTexts(indicatorTexts);
  const { body, add } = useEditing();
  const inputs = itemsAt(body, at("inputs"));
  const names = inputs.map((one) => String(valueAt(body, at("inputs", one, "name")) ?? "")).filter(Boolean);
  return (
    <>
      <FormulaField path={at("expression")} names={names} />
      {inputs.map((one) => (
        <div key={one} className={styles.condition}>
          <DraftField path={at("inputs", one, "name")} label={t("inputName")} />
          <DraftField path={at("inputs", one, "indicator")} label={t("inputIndicator")} />
          <DraftField path={at("inputs", one, "version")} label={t("inputVersion")} whole />
          <ItemActs item={at("inputs", one)} name={t("inputNumber", { number: one + 1 })} />
        </div>
      ))}
      <Button
        kind="text"
        onClick={() => add(at("inputs"), { name: `x${inputs.length + 1}`, indicator: "", version: 1 })}
      >
        {t("addInput")}
      </Button>
    </>
  );
}

function Rollup() {
  const t = useTexts(indicatorTexts);
  const { body, set, sentenceAt } = useEditing();
  const weights = (["equal", "members"] as const).map((key) => ({ key, label: t(`by_${key}`) }));
  return (
    <div className={styles.pair}>
      <Line
        value={String(valueAt(body, at("line")) ?? "")}
        error={sentenceAt(at("line"))}
        onChange={(line) => set(at("line"), line)}
      />
      <DraftSelect path={at("weighting")} label={t("weighting")} options={weights} />
    </div>
  );
}

type LineProps = { value: string; error: string | undefined; onChange: (line: string | null) => void };

function Line({ value, error, onChange }: LineProps) {
  const t = useTexts(indicatorTexts);
  return (
    <TextField
      label={t("line")}
      hint={t("lineHint")}
      optional
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value === "" ? null : event.target.value)}
    />
  );
}
