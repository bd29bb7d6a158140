import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import styles from "./Schemes.module.css";
import { schemeRules } from "./scheme-tree.ts";
import { schemeTexts } from "./texts.ts";

/** Grades, shares, vetoes and the parameters that hold for every line. */
export function SchemeRulesList({ body }: { body: Readonly<Record<string, unknown>> }) {
  const t = useTexts(schemeTexts);
  const words = useWords();
  const { grades, proportions, vetoes, lateFactor, coverageThreshold, places } = schemeRules(body);
  const gradeName = (code: string) => {
    const name = grades.find((grade) => grade.code === code)?.name;
    return name ? words(name) : code;
  };
  return (
    <ul className={styles.rules}>
      {grades.length > 0 && (
        <li>
          {t("grades", {
            list: grades.map(({ code, atLeast }) => `${gradeName(code)} ≥ ${atLeast}`).join(t("and")),
          })}
        </li>
      )}
      {proportions.map(({ grade, atMost }) => (
        <li key={grade}>
          {t("proportion", { grade: gradeName(grade), percent: Number((Number(atMost) * 100).toFixed(2)) })}
        </li>
      ))}
      {vetoes.map(({ code, name }) => (
        <li key={code}>{t("veto", { name: name ? words(name) : code })}</li>
      ))}
      <li>{t("parameters", { late: lateFactor, percent: coverageThreshold, places })}</li>
    </ul>
  );
}
