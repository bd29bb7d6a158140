import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { Shape, type ShapeName } from "./Shape.tsx";
import styles from "./Tag.module.css";

export type Tone = "good" | "warn" | "neutral" | "brand";

/** A short word on a soft ground; `shape` says it a second time without colour. */
export function Tag({ tone = "neutral", shape, children }: { tone?: Tone; shape?: ShapeName; children: ReactNode }) {
  return (
    <span className={classes(styles.tag, styles[tone])}>
      {shape && <Shape name={shape} />}
      {children}
    </span>
  );
}
