import styles from "./Bar.module.css";
import { classes } from "./classes.ts";

/** A share between 0 and 1 as a bar; always beside the figure it shows, so it is silent itself. */
export function Bar({ share, tone }: { share: number; tone: "good" | "warn" | "info" }) {
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
  return (
    <span className={styles.bar} aria-hidden="true">
      <span className={classes(styles.fill, styles[tone])} style={{ width }} />
    </span>
  );
}
