import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { Shape } from "./Shape.tsx";
import styles from "./Steps.module.css";

type Step = { readonly key: string; readonly label: string; readonly note?: ReactNode };
type Props = { label: string; steps: readonly Step[]; current: string; done: string };

/** A way from left to right: what is behind is ticked, the present step is marked in words and shape. */
export function Steps({ label, steps, current, done }: Props) {
  const at = steps.findIndex(({ key }) => key === current);
  const note = steps[at]?.note;
  return (
    <div>
      <ol className={styles.steps} aria-label={label}>
        {steps.map(({ key, label: words, note }, index) => (
          <li
            key={key}
            className={classes(styles.step, index < at && styles.done, index === at && styles.now)}
            aria-current={index === at ? "step" : undefined}
          >
            <span className={styles.mark} aria-hidden="true">
              {index < at ? <Shape name="tick" /> : index + 1}
            </span>
            <span className={styles.words}>
              <span>
                {words}
                {index < at && <span className="sr">{done}</span>}
              </span>
              {note && <span className="note">{note}</span>}
            </span>
          </li>
        ))}
      </ol>
      {note && (
        <p className={`note ${styles.below}`} aria-hidden="true">
          {note}
        </p>
      )}
    </div>
  );
}
