import { useEditing } from "../../../../app/drafts/DraftContext.ts";
import { DraftField, ItemActs } from "../../../../app/drafts/DraftFields.tsx";
import { valueAt } from "../../../../app/drafts/draft-text.ts";
import { itemsAt } from "../../../../app/drafts/texts-at.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { Button } from "../../../../ui/Button.tsx";
import { SelectField, TextField } from "../../../../ui/Field.tsx";
import styles from "../editor/Editor.module.css";
import { FormulaField } from "./FormulaField.tsx";
import { type PointsRuleName, pointsRuleOf, pointsRules } from "./skeletons.ts";
import { indicatorTexts } from "./texts.ts";

const at = (...steps: (string | number)[]) => ["pointsRule", ...steps];

/** How a value becomes points. */
export function PointsFields() {
  const t = useTexts(indicatorTexts);
  const { body, set } = useEditing();
  const rule = String(valueAt(body, at("rule")) ?? "");
  return (
    <>
      <SelectField
        label={t("rule")}
        value={rule}
        onChange={(event) => set(at(), pointsRuleOf(event.target.value as PointsRuleName))}
      >
        {pointsRules.map((one) => (
          <option key={one} value={one}>
            {t(`rule_${one}`)}
          </option>
        ))}
      </SelectField>
      {(rule === "ratio" || rule === "linear") && (
        <div className={styles.pair}>
          {rule === "linear" && <DraftField path={at("baseline")} label={t("baseline")} />}
          <DraftField path={at("target")} label={t("target")} />
        </div>
      )}
      {(rule === "add" || rule === "deduct") && <Units bound={rule === "add" ? "ceiling" : "floor"} />}
      {rule === "bands" && <Bands />}
      {rule === "cel" && <Cel />}
    </>
  );
}

function Units({ bound }: { bound: "ceiling" | "floor" }) {
  const t = useTexts(indicatorTexts);
  const { body, add, set, sentenceAt } = useEditing();
  return (
    <>
      <div className={styles.pair}>
        <DraftField path={at("otherwise")} label={t("otherwise")} />
        <DraftField path={at(bound)} label={t(bound)} />
        <TextField
          label={t("byAttribute")}
          hint={t("byAttributeHint")}
          optional
          value={String(valueAt(body, at("attribute")) ?? "")}
          error={sentenceAt(at("attribute"))}
          onChange={(event) => set(at("attribute"), event.target.value === "" ? null : event.target.value)}
        />
      </div>
      {itemsAt(body, at("units")).map((one) => (
        <div key={one} className={styles.condition}>
          <DraftField path={at("units", one, "value")} label={t("unitValue")} />
          <DraftField path={at("units", one, "points")} label={t("unitPoints")} />
          <ItemActs item={at("units", one)} name={t("unitNumber", { number: one + 1 })} />
        </div>
      ))}
      <Button kind="text" onClick={() => add(at("units"), { value: "", points: "1" })}>
        {t("addUnit")}
      </Button>
    </>
  );
}

function Bands() {
  const t = useTexts(indicatorTexts);
  const { body, add, sentenceAt } = useEditing();
  return (
    <>
      <p className="quiet">{t("bandsAbout")}</p>
      {itemsAt(body, at("bands")).map((one) => (
        <div key={one} className={styles.condition}>
          <DraftField path={at("bands", one, "bound")} label={t("bound")} />
          <DraftField path={at("bands", one, "points")} label={t("unitPoints")} />
          <ItemActs item={at("bands", one)} name={t("bandNumber", { number: one + 1 })} />
          {sentenceAt(at("bands", one)) && <span role="alert">{sentenceAt(at("bands", one))}</span>}
        </div>
      ))}
      <Button kind="text" onClick={() => add(at("bands"), { bound: "0", points: "0" })}>
        {t("addBand")}
      </Button>
    </>
  );
}

function Cel() {
  const t = useTexts(indicatorTexts);
  return (
    <>
      <FormulaField path={at("expression")} names={["value", "full_marks"]} />
      <div className={styles.pair}>
        <DraftField path={at("floor")} label={t("floor")} optional />
        <DraftField path={at("ceiling")} label={t("ceiling")} hint={t("ceilingHint")} optional />
      </div>
    </>
  );
}
