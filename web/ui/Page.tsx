import { type ReactNode, useEffect } from "react";
import { classes } from "./classes.ts";
import styles from "./Page.module.css";

type Props = { title: string; about?: ReactNode; action?: ReactNode; narrow?: boolean; children: ReactNode };

/** A page: its title, what it is in a sentence, its one main action, its content. */
export function Page({ title, about, action, narrow = false, children }: Props) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className={classes(styles.page, narrow && styles.narrow)}>
      <div className={styles.head}>
        <h1>{title}</h1>
        {about && <p>{about}</p>}
        {action && <div className={styles.action}>{action}</div>}
      </div>
      {children}
    </div>
  );
}
