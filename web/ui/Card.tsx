import { type ReactNode, useId } from "react";
import styles from "./Card.module.css";
import { classes } from "./classes.ts";

type Props = {
  title?: ReactNode;
  note?: ReactNode;
  action?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

/** A white sheet with a heading, a quiet remark and a way on. */
export function Card({ title, note, action, className, children }: Props) {
  const id = useId();
  return (
    <section className={classes(styles.card, className)} aria-labelledby={title ? id : undefined}>
      {title && (
        <div className={styles.head}>
          <h2 id={id}>{title}</h2>
          {note && <span className={styles.note}>{note}</span>}
          {action && <span className={styles.action}>{action}</span>}
        </div>
      )}
      {children}
    </section>
  );
}
