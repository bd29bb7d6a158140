import { shortPeriod } from "@dutyloop/contract/messages/period-words.ts";
import type { Span } from "@dutyloop/domain/assessment/period-things.ts";
import { classes } from "../../ui/classes.ts";
import { useLanguage } from "../language/language.ts";
import { useTexts } from "../language/texts.ts";
import styles from "./Pick.module.css";
import { monthStandingFor, periodsUpTo } from "./periods.ts";
import { frameTexts } from "./texts.ts";
import { useView } from "./view.ts";

/** How many are offered: a year and the one before it. */
const offered: Record<Span, number> = { month: 13, quarter: 5, half_year: 3, year: 2 };

/** The period in view: this month and the year before it, or the quarters, half-years and years of a board. */
export function PeriodPicker() {
  const t = useTexts(frameTexts);
  const language = useLanguage();
  const { span, periodName: current, thisMonth, show } = useView();
  const periods = periodsUpTo(span, thisMonth, offered[span]);
  if (!periods.includes(current)) periods.push(current);
  return (
    <select
      className={classes(styles.pick, styles.select, styles.month)}
      aria-label={t(span === "month" ? "month" : "period")}
      value={current}
      onChange={(event) => void show({ period: monthStandingFor(event.target.value, thisMonth) })}
    >
      {periods.map((name) => (
        <option key={name} value={name}>
          {shortPeriod(language, name)}
        </option>
      ))}
    </select>
  );
}
