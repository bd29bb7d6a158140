import { type PeriodAction, periodActions } from "@dutyloop/domain/assessment/period-things.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { also } from "../../../app/frame/search.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Button, buttonClass } from "../../../ui/Button.tsx";
import { ChangePeriod } from "./ChangePeriod.tsx";
import styles from "./Periods.module.css";
import type { Period } from "./PeriodTable.tsx";
import { periodTexts } from "./texts.ts";

type Props = { period: Period; today: string; next: boolean };

/** What can be done to a period in its state; what hasn't begun offers nothing. */
export function PeriodActions({ period, today, next }: Props) {
  const t = useTexts(periodTexts);
  const wordPeriod = usePeriodWords();
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
      {period.state === "open" && (
        <Link
          to="."
          search={also({ subject: period.period, tab: "settled" })}
          className={buttonClass("text")}
          aria-label={t("settlementsOf", { period: wordPeriod(period.period) })}
        >
          {t("settlements")}
        </Link>
      )}
      {asking && <ChangePeriod period={period} action={asking} onClose={() => setAsking(null)} />}
    </div>
  );
}
