import { useEditing } from "../../../app/drafts/DraftContext.ts";
import { DraftField, DraftSelect, DraftWords } from "../../../app/drafts/DraftFields.tsx";
import { type DraftPath, valueAt } from "../../../app/drafts/draft-text.ts";
import { itemsAt } from "../../../app/drafts/texts-at.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Check } from "../../../ui/Checks.tsx";
import { standardsTexts } from "../texts.ts";
import styles from "./Editor.module.css";
import { guidePlaces, recordFields, stepActors } from "./template-parts.ts";
import { editorTexts } from "./texts.ts";

type Props = { item: DraftPath };

/** The items of a list of the draft, to be chosen by their code. */
export function useCodes(list: "topics" | "materials"): { key: string; label: string }[] {
  const { body } = useEditing();
  return itemsAt(body, [list]).map((at) => ({
    key: String(valueAt(body, [list, at, "code"]) ?? ""),
    label: String(valueAt(body, [list, at, "name", "zh"]) ?? ""),
  }));
}

export function TopicFields({ item }: Props) {
  const t = useTexts(editorTexts);
  const common = useTexts(standardsTexts);
  const { body, set } = useEditing();
  return (
    <>
      <DraftWords path={[...item, "name"]} label={common("name")} />
      <div className={styles.pair}>
        <DraftField path={[...item, "code"]} label={t("code")} />
        <Check
          label={t("required")}
          checked={valueAt(body, [...item, "required"]) === true}
          onChange={(now) => set([...item, "required"], now)}
        />
      </div>
    </>
  );
}

export function MaterialFields({ item }: Props) {
  const t = useTexts(editorTexts);
  const common = useTexts(standardsTexts);
  return (
    <>
      <DraftWords path={[...item, "name"]} label={common("name")} />
      <div className={styles.pair}>
        <DraftField path={[...item, "code"]} label={t("code")} />
        <DraftSelect
          path={[...item, "field"]}
          label={t("isField")}
          none={t("handedIn")}
          options={recordFields.map((key) => ({ key, label: t(`field_${key}`) }))}
        />
        <DraftField path={[...item, "rule"]} label={common("rule")} hint={t("ruleHint")} optional />
      </div>
    </>
  );
}

export function StepFields({ item }: Props) {
  const t = useTexts(editorTexts);
  const common = useTexts(standardsTexts);
  const materials = useCodes("materials");
  return (
    <>
      <DraftWords path={[...item, "name"]} label={common("name")} />
      <div className={styles.pair}>
        <DraftSelect
          path={[...item, "actor"]}
          label={common("actor")}
          options={stepActors.map((key) => ({ key, label: common(key === "committee" ? "committee_actor" : key) }))}
        />
        <DraftField path={[...item, "days"]} label={t("days")} hint={t("daysHint")} whole />
        <DraftSelect path={[...item, "material"]} label={common("paper")} none={t("noPaper")} options={materials} />
        <DraftField path={[...item, "rule"]} label={common("rule")} hint={t("ruleHint")} optional />
        <DraftField path={[...item, "code"]} label={t("code")} />
      </div>
    </>
  );
}

export function GuideFields({ item }: Props) {
  const t = useTexts(editorTexts);
  return (
    <>
      <DraftWords path={[...item, "title"]} label={t("guideTitle")} />
      <DraftWords path={[...item, "text"]} label={t("guideText")} long />
      <div className={styles.pair}>
        <DraftSelect
          path={[...item, "at"]}
          label={t("guideAt")}
          options={guidePlaces.map((key) => ({ key, label: t(`at_${key}`) }))}
        />
        <DraftField path={[...item, "code"]} label={t("code")} />
      </div>
    </>
  );
}
