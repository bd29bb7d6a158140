import { useEditing } from "../../../app/drafts/DraftContext.ts";
import { DraftSelect, DraftWords } from "../../../app/drafts/DraftFields.tsx";
import { valueAt } from "../../../app/drafts/draft-text.ts";
import { textsAt } from "../../../app/drafts/texts-at.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Check, CheckList } from "../../../ui/Checks.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { Notice } from "../../../ui/States.tsx";
import { owerTexts, partTexts, standardsTexts } from "../texts.ts";
import { CadenceFields } from "./CadenceFields.tsx";
import { CheckFields } from "./CheckFields.tsx";
import styles from "./Editor.module.css";
import { ItemList } from "./ItemList.tsx";
import { GuideFields, MaterialFields, StepFields, TopicFields } from "./item-fields.tsx";
import { openParts, recordFields, votingRules } from "./template-parts.ts";
import { editorTexts } from "./texts.ts";
import { usePartState } from "./use-part-state.ts";

/** The form of a template, part by part. Of an adaptation only what the version above leaves open can be changed. */
export function TemplateForm() {
  const t = useTexts(editorTexts);
  const common = useTexts(standardsTexts);
  const { body, set, sentenceAt } = useEditing();
  const { adapts, isClosed } = usePartState();
  return (
    <div className={styles.form}>
      {adapts !== null && <Notice tone="calm">{t("adapting", { version: adapts })}</Notice>}
      <Basics />
      <Part title={common("cadence")} closed={isClosed("cadence")}>
        <CadenceFields />
      </Part>
      <Part title={t("listOf")} closed={isClosed("fields")}>
        <CheckList
          label={common("recordFields")}
          hint={t("fieldsHint")}
          options={recordFields.map((key) => ({ key: key as string, label: t(`field_${key}`) }))}
          given={textsAt(body, ["fields"])}
          error={sentenceAt(["fields"])}
          onChange={(given) =>
            set(
              ["fields"],
              recordFields.filter((field) => given.includes(field)),
            )
          }
        />
      </Part>
      <Part title={common("topics")} closed={isClosed("topics")}>
        <ItemList list="topics" add={t("addTopic")} render={(item) => <TopicFields item={item} />} />
      </Part>
      <Part title={common("materials")} closed={isClosed("materials")}>
        <ItemList list="materials" add={t("addMaterial")} render={(item) => <MaterialFields item={item} />} />
      </Part>
      <Part title={common("steps")} closed={isClosed("steps")}>
        <ItemList list="steps" add={t("addStep")} render={(item) => <StepFields item={item} />} />
      </Part>
      <Part title={common("checks")} closed={isClosed("checks")}>
        <ItemList list="checks" add={t("addCheck")} render={(item) => <CheckFields item={item} />} />
      </Part>
      <Part title={t("votes")} closed={isClosed("resolutions")}>
        <Check
          label={t("resolutions")}
          checked={valueAt(body, ["resolutions"]) === true}
          onChange={(now) => set(["resolutions"], now)}
        />
        <DraftSelect
          path={["votingRule"]}
          label={common("votingRule")}
          none={t("noVotingRule")}
          options={votingRules.map((key) => ({ key, label: t(key) }))}
        />
      </Part>
      <Part title={common("guides")} closed={isClosed("guides")}>
        <ItemList list="guides" add={t("addGuide")} render={(item) => <GuideFields item={item} />} />
      </Part>
      <Part title={common("open")} closed={false}>
        <CheckList
          label={t("openTo")}
          hint={t("openHint")}
          options={openParts
            .filter((key) => adapts === null || !isClosed(key))
            .map((key) => ({ key: key as string, label: common(partTexts[key]) }))}
          given={textsAt(body, ["open"])}
          error={sentenceAt(["open"])}
          onChange={(given) => set(["open"], given)}
        />
      </Part>
    </div>
  );
}

function Basics() {
  const t = useTexts(editorTexts);
  const common = useTexts(standardsTexts);
  const ower = useTexts(owerTexts);
  const { body, set, sentenceAt } = useEditing();
  const { isClosed } = usePartState();
  const options = <K extends string>(keys: readonly K[], label: (key: K) => string) =>
    keys.map((key) => ({ key, label: label(key) }));
  return (
    <Part title={t("basics")} closed={isClosed("name")}>
      <DraftWords path={["name"]} label={common("name")} />
      <DraftWords path={["basis"]} label={common("basis")} optional />
      <div className={styles.pair}>
        <DraftSelect
          path={["strength"]}
          label={common("strength")}
          options={options(["must", "general", "practice"] as const, common)}
        />
        <DraftSelect
          path={["kind"]}
          label={common("kind")}
          fallback="record"
          options={options(["record", "task"] as const, (key) => t(`kind_${key}`))}
        />
        <DraftSelect path={["owedBy"]} label={common("owedBy")} options={options(owers, (key) => ower(key))} />
        <DraftSelect
          path={["participants"]}
          label={common("participants")}
          options={options(participants, (key) => t(`with_${key}`))}
        />
        <TextField
          label={common("rules")}
          hint={t("rulesHint")}
          optional
          value={textsAt(body, ["rules"]).join(" ")}
          error={sentenceAt(["rules"])}
          onChange={(event) => set(["rules"], event.target.value.split(/[\s,，、]+/).filter(Boolean))}
        />
      </div>
    </Part>
  );
}

const owers = [
  "branch",
  "branch_with_committee",
  "temporary_branch",
  "group",
  "general_branch",
  "committee",
  "leading_group",
  "leader",
] as const;
const participants = ["members", "committee", "group_members", "committee_members", "leading_group_members"] as const;

/** One part; a closed one is shown and can't be changed. */
function Part({ title, closed, children }: { title: string; closed: boolean; children: React.ReactNode }) {
  const t = useTexts(editorTexts);
  return (
    <section className={styles.part} aria-label={title}>
      <h3>
        {title} {closed && <span className="note">{t("closed")}</span>}
      </h3>
      <fieldset className={styles.bare} disabled={closed} aria-label={title}>
        {children}
      </fieldset>
    </section>
  );
}
