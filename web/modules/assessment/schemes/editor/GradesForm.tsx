import { useEditing } from "../../../../app/drafts/DraftContext.ts";
import { DraftField, DraftWords, ItemActs } from "../../../../app/drafts/DraftFields.tsx";
import { valueAt, withItem, withValue } from "../../../../app/drafts/draft-text.ts";
import { countAt, itemsAt } from "../../../../app/drafts/texts-at.ts";
import { useTexts } from "../../../../app/language/texts.ts";
import { Button } from "../../../../ui/Button.tsx";
import { TextField } from "../../../../ui/Field.tsx";
import styles from "./Editor.module.css";
import { freshCode } from "./places.ts";
import { editorTexts } from "./texts.ts";

const textAt = (body: unknown, path: (string | number)[]) => String(valueAt(body, path) ?? "");

/** 建议等次 from the best to the worst, and the share of a class that each may hold. */
export function GradesForm() {
  const t = useTexts(editorTexts);
  const { body, add } = useEditing();
  const grades = itemsAt(body, ["grades"]);
  const codes = grades.map((at) => textAt(body, ["grades", at, "code"]));
  return (
    <div className={styles.form}>
      <h3>{t("grades")}</h3>
      <p className="quiet">{t("gradesAbout")}</p>
      {grades.map((at) => (
        <section key={at} className={styles.item} aria-label={t("gradeNumber", { number: at + 1 })}>
          <div className={styles.formHead}>
            <h4>{textAt(body, ["grades", at, "name", "zh"]) || t("gradeNumber", { number: at + 1 })}</h4>
            <ItemActs item={["grades", at]} name={t("gradeNumber", { number: at + 1 })} />
          </div>
          <DraftWords path={["grades", at, "name"]} label={t("name")} />
          <div className={styles.pair}>
            <DraftField path={["grades", at, "atLeast"]} label={t("atLeast")} />
            <DraftField path={["grades", at, "code"]} label={t("code")} />
            <Share grade={codes[at] ?? ""} />
          </div>
        </section>
      ))}
      <Button
        onClick={() =>
          add(["grades"], {
            code: freshCode("grade", codes),
            name: { zh: t("newGrade"), en: "New grade" },
            atLeast: "0",
          })
        }
      >
        {t("addGrade")}
      </Button>
    </div>
  );
}

/** The share of the ranked organisations of a class that a grade may hold: checked and shown, never forced. */
function Share({ grade }: { grade: string }) {
  const t = useTexts(editorTexts);
  const { body, edit, sentenceAt } = useEditing();
  const list = ["proportions"];
  const at = itemsAt(body, list).find((one) => valueAt(body, [...list, one, "grade"]) === grade);
  const path = [...list, at ?? countAt(body, list), "atMost"];
  const write = (typed: string) =>
    edit((text) => {
      if (at === undefined) return typed === "" ? text : withItem(text, list, { grade, atMost: typed });
      return withValue(text, typed === "" ? [...list, at] : path, typed === "" ? undefined : typed);
    });
  return (
    <TextField
      label={t("share")}
      hint={t("shareHint")}
      optional
      value={at === undefined ? "" : textAt(body, path)}
      error={at === undefined ? undefined : sentenceAt(path)}
      onChange={(event) => write(event.target.value)}
    />
  );
}
