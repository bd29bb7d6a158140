import { TextField } from "./Field.tsx";
import styles from "./FromTo.module.css";

type Day = { label: string; value: string; error: string | undefined; max?: string; onDay: (day: string) => void };

/** The first and the last day of a stretch of days, side by side. */
export function FromTo({ from, to }: { from: Day; to: Day }) {
  return (
    <div className={styles.pair}>
      <DayField day={from} />
      <DayField day={to} min={from.value} />
    </div>
  );
}

function DayField({ day: { onDay, ...day }, min }: { day: Day; min?: string }) {
  return (
    <TextField
      type="date"
      required
      {...day}
      {...(min ? { min } : {})}
      onChange={(event) => onDay(event.target.value)}
    />
  );
}
