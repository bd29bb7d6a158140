import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordMonth } from "../../app/frame/months.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import styles from "./Plans.module.css";
import { planTexts } from "./plan-texts.ts";

type Cost = Answer<"previewPlan">["cost"];

/** What a plan asks of each class in each month, in duties and in fields to type, and what that means for one of them. */
export function PlanCost({ cost }: { cost: Cost }) {
  const t = useTexts(planTexts);
  const language = useLanguage();
  const classes = [...new Set(cost.map((cell) => cell.class))];
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
      <table className="table" aria-label={t("costTitle")}>
        <thead>
          <tr>
            <th>{t("class")}</th>
            <th>{t("month")}</th>
            <th className="right">{t("duties")}</th>
            <th className="right">{t("fields")}</th>
          </tr>
        </thead>
        <tbody>
          {cost.map((cell) => (
            <tr key={`${cell.class ?? ""} ${cell.month}`}>
              <td>{cell.class ?? t("noClass")}</td>
              <td>{wordMonth(language, cell.month)}</td>
              <td className="right">{cell.duties}</td>
              <td className="right">{cell.fields}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
