import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { PeriodRow } from "./PeriodRow.tsx";
import styles from "./Periods.module.css";
import { periodTexts } from "./texts.ts";

export type Period = Answer<"listPeriods">["items"][number];

/** The one that is to be ended next gets the red button: the first open one whose grace days are over. */
function nextToEnd(items: readonly Period[], today: string): Period | undefined {
  return [...items]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .find(({ state, closableFrom }) => state === "open" && closableFrom <= today);
}

export function PeriodTable({ items, today }: { items: readonly Period[]; today: string }) {
  const t = useTexts(periodTexts);
  const next = nextToEnd(items, today);
  return (
    <table className={`table ${styles.table}`}>
      <thead>
        <tr>
          <th>{t("period")}</th>
          <th>{t("state")}</th>
          <th className="right">{t("pendingLeaves")}</th>
          <th className="right wide-only">{t("openDisputes")}</th>
          <th className="right wide-only">{t("lateEntries")}</th>
          <th>{t("actions")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((period) => (
          <PeriodRow key={period.period} period={period} today={today} next={period === next} />
        ))}
      </tbody>
    </table>
  );
}
