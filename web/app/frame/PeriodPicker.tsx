import { classes } from "../../ui/classes.ts";
import { useLanguage } from "../language/language.ts";
import { useTexts } from "../language/texts.ts";
import { monthsUpTo, wordMonth } from "./months.ts";
import styles from "./Pick.module.css";
import { frameTexts } from "./texts.ts";
import { useView } from "./view.ts";

const shownMonths = 13;

/** The month in view: this one and the year before it. */
export function PeriodPicker() {
  const t = useTexts(frameTexts);
  const language = useLanguage();
  const { period, thisMonth, show } = useView();
  const months = monthsUpTo(thisMonth, shownMonths);
  if (!months.includes(period)) months.push(period);
  return (
    <select
      className={classes(styles.pick, styles.select, styles.month)}
      aria-label={t("month")}
      value={period}
      onChange={(event) => void show({ period: event.target.value })}
    >
      {months.map((month) => (
        <option key={month} value={month}>
          {wordMonth(language, month)}
        </option>
      ))}
    </select>
  );
}
