import { createContext, type ReactNode, use, useEffect } from "react";
import { classes } from "./classes.ts";
import styles from "./Page.module.css";

type Props = { title: string; about?: ReactNode; action?: ReactNode; narrow?: boolean; children: ReactNode };

/** What the frame adds to the head of every page: the way to its help, and the words that it explains. */
export type PageHead = { readonly help: ReactNode; readonly explained: (text: string) => ReactNode };
export const PageHeadContext = createContext<PageHead>({ help: null, explained: (text) => text });

/** A page: its title, what it is in a sentence, its one main action, its content. */
export function Page({ title, about, action, narrow = false, children }: Props) {
  const head = use(PageHeadContext);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className={classes(styles.page, narrow && styles.narrow)}>
      <div className={styles.head}>
        <span className={styles.name}>
          <h1>{title}</h1>
          {head.help}
        </span>
        {about && <p>{typeof about === "string" ? head.explained(about) : about}</p>}
        {action && <div className={styles.action}>{action}</div>}
      </div>
      {children}
    </div>
  );
}
