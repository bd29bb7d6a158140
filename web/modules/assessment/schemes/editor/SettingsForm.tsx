import { kindWords } from "@dutyloop/contract/messages/organization-words.ts";
import { organizationKinds } from "@dutyloop/domain/organization/things.ts";
import { useEditing } from "../../../../app/drafts/DraftContext.ts";
import { DraftField, DraftSelect, DraftWords, ItemActs } from "../../../../app/drafts/DraftFields.tsx";
import { valueAt } from "../../../../app/drafts/draft-text.ts";
import { textsAt } from "../../../../app/drafts/texts-at.ts";
import { useLanguage } from "../../../../app/language/language.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { CheckList } from "../../../../ui/Checks.tsx";
import { SelectField, TextField } from "../../../../ui/Field.tsx";
import { schemeLines } from "../scheme-tree.ts";
import { schemeTexts } from "../texts.ts";
import styles from "./Editor.module.css";
import { editorTexts } from "./texts.ts";
import { useLineName } from "./use-line-name.ts";

const cadences = ["month", "quarter", "half_year", "year"] as const;

/** What holds for the whole scheme: whom it scores, how often, and how figures are rounded and brought into range. */
export function SettingsForm() {
  const t = useTexts(editorTexts);
  const common = useTexts(schemeTexts);
  const { body, set } = useEditing();
  return (
    <div className={styles.form}>
      <h3>{t("settings")}</h3>
      <DraftWords path={["name"]} label={t("name")} />
      <div className={styles.pair}>
        <DraftSelect
          path={["cadence"]}
          label={t("cadence")}
          fallback="month"
          options={cadences.map((key) => ({ key, label: common(key) }))}
        />
        <SelectField
          label={t("places")}
          value={String(valueAt(body, ["places"]) ?? 2)}
          onChange={(event) => set(["places"], Number(event.target.value))}
        >
          {[0, 1, 2, 3, 4, 5, 6].map((places) => (
            <option key={places}>{places}</option>
          ))}
        </SelectField>
        <DraftField path={["lateFactor"]} label={t("lateFactor")} hint={t("lateFactorHint")} optional />
        <DraftField path={["coverageThreshold"]} label={t("coverage")} hint={t("coverageHint")} optional />
        <DraftField path={["range", "floor"]} label={t("rangeFloor")} hint={t("rangeHint")} />
        <DraftField path={["range", "ceiling"]} label={t("rangeCeiling")} />
        <DraftField path={["validFrom"]} label={t("validFrom")} hint={t("validFromHint")} optional />
      </div>
      <Audience />
      <TieBreakers />
    </div>
  );
}

/** Whom the scheme scores. */
function Audience() {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const { body, set, sentenceAt } = useEditing();
  const kinds = textsAt(body, ["appliesTo", "kinds"]);
  const classes = textsAt(body, ["appliesTo", "classes"]);
  const put = (next: { kinds: string[]; classes: string[] }) => set(["appliesTo"], next);
  return (
    <>
      <CheckList
        label={t("appliesTo")}
        hint={t("appliesToHint")}
        options={organizationKinds.map((key) => ({ key: key as string, label: kindWords[language][key] }))}
        given={kinds}
        error={sentenceAt(["appliesTo", "kinds"])}
        onChange={(given) => put({ kinds: given, classes })}
      />
      <TextField
        label={t("classes")}
        hint={t("classesHint")}
        optional
        value={classes.join(" ")}
        onChange={(event) => put({ kinds, classes: event.target.value.split(/[\s,，、]+/).filter(Boolean) })}
      />
    </>
  );
}

/** Lines that decide between equal totals, in their order. */
function TieBreakers() {
  const t = useTexts(editorTexts);
  const nameOf = useLineName();
  const { body, add, sentenceAt } = useEditing();
  const given = textsAt(body, ["tieBreakers"]);
  const lines = schemeLines(body).filter(({ code, item }) => item !== null && code !== "" && !given.includes(code));
  const named = (code: string) => {
    const line = schemeLines(body).find((one) => one.code === code);
    return line ? nameOf(line).name : code;
  };
  return (
    <section aria-label={t("tieBreakers")}>
      <h4>{t("tieBreakers")}</h4>
      <ul className={styles.children}>
        {given.map((code, at) => (
          <li key={code}>
            <span>{named(code)}</span>
            <ItemActs item={["tieBreakers", at]} name={named(code)} />
            {sentenceAt(["tieBreakers", at]) && <span role="alert">{sentenceAt(["tieBreakers", at])}</span>}
          </li>
        ))}
      </ul>
      <SelectField
        label={t("addTieBreaker")}
        value=""
        onChange={(event) => event.target.value !== "" && add(["tieBreakers"], event.target.value)}
      >
        <option value="">{t("choose")}</option>
        {lines.map((line) => (
          <option key={line.code} value={line.code}>
            {nameOf(line).name}
          </option>
        ))}
      </SelectField>
    </section>
  );
}
