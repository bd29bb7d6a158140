import { factKinds } from "@dutyloop/domain/assessment/things.ts";
import { useEditing } from "../../../../app/drafts/DraftContext.ts";
import { DraftField, DraftSelect, DraftWords, ItemActs } from "../../../../app/drafts/DraftFields.tsx";
import { valueAt } from "../../../../app/drafts/draft-text.ts";
import { itemsAt } from "../../../../app/drafts/texts-at.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { Button } from "../../../../ui/Button.tsx";
import { SelectField } from "../../../../ui/Field.tsx";
import { useFactKind } from "../../score/fact-title.ts";
import { Conditions } from "./Conditions.tsx";
import styles from "./Editor.module.css";
import { freshCode } from "./places.ts";
import { editorTexts } from "./texts.ts";

/** 一票否决: facts that cap the grade or the total, once a person has confirmed them. */
export function VetoesForm() {
  const t = useTexts(editorTexts);
  const { body, add } = useEditing();
  const vetoes = itemsAt(body, ["vetoes"]);
  const codes = vetoes.map((at) => String(valueAt(body, ["vetoes", at, "code"]) ?? ""));
  const grade = String(valueAt(body, ["grades", 0, "code"]) ?? "");
  return (
    <div className={styles.form}>
      <h3>{t("vetoes")}</h3>
      <p className="quiet">{t("vetoesAbout")}</p>
      {vetoes.map((at) => (
        <Veto key={at} at={at} />
      ))}
      <Button
        onClick={() =>
          add(["vetoes"], {
            code: freshCode("veto", codes),
            name: { zh: t("newVeto"), en: "New veto" },
            when: { kind: "metric", conditions: [], atLeast: 1 },
            effect: grade === "" ? { caps: "total", total: "60" } : { caps: "grade", grade },
          })
        }
      >
        {t("addVeto")}
      </Button>
    </div>
  );
}

function Veto({ at }: { at: number }) {
  const t = useTexts(editorTexts);
  const kindOf = useFactKind();
  const { body, set } = useEditing();
  const path = ["vetoes", at];
  const effect = [...path, "effect"];
  const caps = valueAt(body, [...effect, "caps"]);
  const grades = itemsAt(body, ["grades"]).map((grade) => ({
    key: String(valueAt(body, ["grades", grade, "code"]) ?? ""),
    label: String(valueAt(body, ["grades", grade, "name", "zh"]) ?? ""),
  }));
  return (
    <section className={styles.item} aria-label={t("vetoNumber", { number: at + 1 })}>
      <div className={styles.formHead}>
        <h4>{String(valueAt(body, [...path, "name", "zh"]) ?? "")}</h4>
        <ItemActs item={path} name={t("vetoNumber", { number: at + 1 })} />
      </div>
      <DraftWords path={[...path, "name"]} label={t("name")} />
      <div className={styles.pair}>
        <DraftField path={[...path, "code"]} label={t("code")} />
        <DraftSelect
          path={[...path, "when", "kind"]}
          label={t("factKind")}
          options={factKinds.map((key) => ({ key, label: kindOf(key) }))}
        />
        <DraftField path={[...path, "when", "atLeast"]} label={t("timesAtLeast")} whole />
        <SelectField
          label={t("caps")}
          value={String(caps ?? "")}
          onChange={(event) =>
            set(
              effect,
              event.target.value === "grade"
                ? { caps: "grade", grade: grades[0]?.key ?? "" }
                : { caps: "total", total: "60" },
            )
          }
        >
          <option value="grade">{t("capsGrade")}</option>
          <option value="total">{t("capsTotal")}</option>
        </SelectField>
        {caps === "total" ? (
          <DraftField path={[...effect, "total"]} label={t("cappedTotal")} />
        ) : (
          <DraftSelect path={[...effect, "grade"]} label={t("cappedGrade")} options={grades} />
        )}
      </div>
      <Conditions path={[...path, "when", "conditions"]} />
    </section>
  );
}
