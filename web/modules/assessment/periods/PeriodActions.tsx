import { type PeriodAction, periodActions } from "@dutyloop/domain/assessment/period-things.ts";
import { useState } from "react";
import { useTexts } from "../../../app/language/texts.ts";
import { Button } from "../../../ui/Button.tsx";
import { ChangePeriod } from "./ChangePeriod.tsx";
import styles from "./Periods.module.css";
import type { Period } from "./PeriodTable.tsx";
import { periodTexts } from "./texts.ts";

type Props = { period: Period; today: string; next: boolean };

/** What can be done to a period in its state; what hasn't begun offers nothing. */
export function PeriodActions({ period, today, next }: Props) {
  const t = useTexts(periodTexts);
  const [asking, setAsking] = useState<PeriodAction | null>(null);
  const actions = Object.keys(periodActions[period.state]) as PeriodAction[];
  if (period.from > today || (period.state === "open" && period.closableFrom > today)) return null;
  return (
    <div className={styles.actions}>
      {actions.map((action) => (
        <Button
          key={action}
          kind={next && action === "start_publicity" ? "primary" : action === "reopen" ? "text" : "quiet"}
          onClick={() => setAsking(action)}
        >
          {t(action)}
        </Button>
      ))}
      {asking && <ChangePeriod period={period} action={asking} onClose={() => setAsking(null)} />}
    </div>
  );
}
