import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { wordMonth } from "../../app/frame/months.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { useCadence } from "./cadence.ts";
import { useKindWords } from "./kind-words.ts";
import styles from "./Plans.module.css";
import { planTexts } from "./plan-texts.ts";

type Line = Answer<"getPlan">["lines"][number];

/** The requirements of a plan: of whom, how often, and how far they are. */
export function PlanLinesTable({ lines, label }: { lines: readonly Line[]; label: string }) {
  const t = useTexts(planTexts);
  const words = useWords();
  const often = useOften();
  const reach = useReach();
  return (
    <table className="table" aria-label={label}>
      <thead>
        <tr>
          <th>{t("template")}</th>
          <th className="wide-only">{t("classes")}</th>
          <th className="wide-only">{t("cadence")}</th>
          <th className="right">{t("done")}</th>
          <th className="right">{t("overdue")}</th>
          <th className="right wide-only">{t("waived")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>
              {words(line.templateName)} <span className="quiet">{t(line.requirement)}</span>
              {line.direction && <p className="note">{line.direction}</p>}
            </td>
            <td className="wide-only">{reach(line)}</td>
            <td className="wide-only">{often(line)}</td>
            <td className={`right ${styles.figure}`}>
              {t("progressOf", { done: line.discharged, total: line.duties })}
            </td>
            <td className="right">{line.overdue || "–"}</td>
            <td className="right wide-only">{line.waived || "–"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useOften(): (line: Line) => string {
  const t = useTexts(planTexts);
  const language = useLanguage();
  const cadence = useCadence();
  return ({ every, times, fromMonth, toMonth }) => {
    const often = times === 1 ? cadence(every) : t("cadenceTimes", { cadence: cadence(every), times });
    if (fromMonth === null && toMonth === null) return often;
    const year = (fromMonth ?? toMonth ?? "").slice(0, 4);
    const ends = {
      from: wordMonth(language, fromMonth ?? `${year}-01`),
      to: wordMonth(language, toMonth ?? `${year}-12`),
    };
    return `${often} · ${t("monthsOf", ends)}`;
  };
}

function useReach(): (line: Line) => string {
  const t = useTexts(planTexts);
  const kindName = useKindWords();
  return ({ classes, kinds }) => [...classes, ...kinds.map(kindName)].join(t("separator")) || t("everybody");
}
