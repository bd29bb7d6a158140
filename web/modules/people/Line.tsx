import type { ReactNode } from "react";
import { classes } from "../../ui/classes.ts";
import styles from "./People.module.css";

type Props = {
  /** Whether it still holds. */
  now?: boolean;
  /** From when to when, below what it is. */
  when: ReactNode;
  acts?: ReactNode;
  children: ReactNode;
};

/** One thing in somebody's time: what, from when to when, what can be done about it. */
export function Line({ now = false, when, acts, children }: Props) {
  return (
    <li className={classes(styles.line, now && styles.now)}>
      <div className={styles.told}>
        <span className={styles.what}>{children}</span>
        {when}
      </div>
      {acts && <span className={styles.acts}>{acts}</span>}
    </li>
  );
}
