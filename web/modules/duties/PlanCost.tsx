import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordMonth } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { scrolledByKeys } from "../../ui/scrolled-by-keys.ts";
import styles from "./Plans.module.css";
import { planTexts } from "./plan-texts.ts";

type Cost = Answer<"previewPlan">["cost"];

/** What a plan asks of each class in each month, in duties and in fields to type, and what that means for one of them. */
export function PlanCost({ cost }: { cost: Cost }) {
  const t = useTexts(planTexts);
  const language = useLanguage();
  const classes = [...new Set(cost.map((cell) => cell.class))];
  const months = [...new Set(cost.map((cell) => cell.month))].sort();
  const each = (name: string | null) => {
    const ofClass = cost.filter((cell) => cell.class === name);
    const fields = ofClass.reduce((sum, cell) => sum + cell.fields, 0);
    return Math.round((fields / Math.max(1, ofClass[0]?.organizations ?? 1) / 12) * 10) / 10;
  };
  return (
    <div className={styles.part}>
      <h3>{t("costTitle")}</h3>
      <ul>
        {classes.map((name) => (
          <li key={name ?? ""} className="quiet">
            {name ?? t("noClass")}: {t("perBranch", { fields: each(name) })}
          </li>
        ))}
      </ul>
      <section className={styles.scroll} aria-label={t("costTitle")} {...scrolledByKeys}>
        <table className="table">
          <thead>
            <tr>
              <th>{t("month")}</th>
              {classes.map((name) => (
                <th key={name ?? ""} className="right">
                  {name ?? t("noClass")}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month}>
                <td className={styles.figure}>{wordMonth(language, month)}</td>
                {classes.map((name) => {
                  const cell = cost.find((one) => one.class === name && one.month === month);
                  return (
                    <td key={name ?? ""} className={`right ${styles.figure}`}>
                      {cell ? t("costCell", { duties: cell.duties, fields: cell.fields }) : "–"}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
