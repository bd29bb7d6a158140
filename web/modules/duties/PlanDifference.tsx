import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useTexts } from "../../app/language/texts.ts";
import { classes } from "../../ui/classes.ts";
import styles from "./Plans.module.css";
import { numbered } from "./plan-lines.ts";
import { planTexts } from "./plan-texts.ts";
import { useTemplateName } from "./template-name.ts";

type Lines = Answer<"previewPlanChange">["lines"];

const figures = [
  ["added", "added"],
  ["waived", "waivedNow"],
  ["reopened", "reopened", "wide-only"],
  ["moved", "moved", "wide-only"],
  ["kept", "kept"],
] as const;

/** What a change of a plan makes, waives and leaves, line by line. */
export function PlanDifference({ lines }: { lines: Lines }) {
  const t = useTexts(planTexts);
  const templateName = useTemplateName();
  return (
    <table className="table" aria-label={t("difference")}>
      <thead>
        <tr>
          <th>{t("template")}</th>
          <th>{t("kind")}</th>
          {figures.map(([figure, name, wide]) => (
            <th key={figure} className={classes("right", wide)}>
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbered(lines).map((line) => (
          <tr key={line.number}>
            <td>{templateName(line.templateCode)}</td>
            <td className={styles.change}>{t(line.change)}</td>
            {figures.map(([figure, , wide]) => (
              <td key={figure} className={classes("right", wide)}>
                {line[figure] || "–"}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
