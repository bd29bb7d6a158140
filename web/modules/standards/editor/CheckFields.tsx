import { useEditing } from "../../../app/drafts/DraftContext.ts";
import { DraftField, DraftSelect, DraftWords } from "../../../app/drafts/DraftFields.tsx";
import { type DraftPath, valueAt, withValue } from "../../../app/drafts/draft-text.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { SelectField } from "../../../ui/Field.tsx";
import { standardsTexts } from "../texts.ts";
import styles from "./Editor.module.css";
import { useCodes } from "./item-fields.tsx";
import { type CheckName, checkNames, checkParameters, votingRules } from "./template-parts.ts";
import { editorTexts } from "./texts.ts";

/** One item of the standard: what the record itself answers, and whether it blocks or counts. */
export function CheckFields({ item }: { item: DraftPath }) {
  const t = useTexts(editorTexts);
  const common = useTexts(standardsTexts);
  const { body, edit } = useEditing();
  const topics = useCodes("topics");
  const materials = useCodes("materials");
  const check = String(valueAt(body, [...item, "check"]) ?? "");
  const parameters = [...item, "parameters"];
  const asked = checkParameters[check as CheckName] ?? {};
  const choose = (next: CheckName) => {
    const first = checkParameters[next];
    const given = Object.keys(first).length === 0 ? undefined : first;
    edit((text) => withValue(withValue(text, [...item, "check"], next), parameters, given));
  };
  return (
    <>
      <DraftWords path={[...item, "name"]} label={common("name")} />
      <div className={styles.pair}>
        <SelectField label={t("automatic")} value={check} onChange={(event) => choose(event.target.value as CheckName)}>
          {checkNames.map((name) => (
            <option key={name} value={name}>
              {t(`check_${name}`)}
            </option>
          ))}
        </SelectField>
        <DraftSelect
          path={[...item, "effect"]}
          label={common("effect")}
          options={(["blocking", "scored"] as const).map((key) => ({ key, label: common(key) }))}
        />
        {"minimum" in asked && <DraftField path={[...parameters, "minimum"]} label={t("minimum")} whole />}
        {"rule" in asked && (
          <DraftSelect
            path={[...parameters, "rule"]}
            label={common("votingRule")}
            options={votingRules.map((key) => ({ key, label: t(key) }))}
          />
        )}
        {"topic" in asked && <DraftSelect path={[...parameters, "topic"]} label={t("whichTopic")} options={topics} />}
        {"material" in asked && (
          <DraftSelect path={[...parameters, "material"]} label={t("whichMaterial")} options={materials} />
        )}
        <DraftField path={[...item, "rule"]} label={common("rule")} optional />
        <DraftField path={[...item, "code"]} label={t("code")} />
      </div>
    </>
  );
}
