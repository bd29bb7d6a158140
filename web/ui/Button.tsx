import type { ComponentProps } from "react";
import styles from "./Button.module.css";
import { classes } from "./classes.ts";

type Kind = "primary" | "quiet" | "text";

/** The look of a button, for links that lead to the main action. */
export function buttonClass(kind: Kind = "quiet", big = false): string {
  return classes(styles.button, styles[kind], big && styles.big);
}

type Props = ComponentProps<"button"> & { kind?: Kind; big?: boolean; busy?: boolean };

export function Button({ kind = "quiet", big = false, busy = false, className, disabled, type, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type ?? "button"}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={classes(buttonClass(kind, big), busy && styles.busy, className)}
    />
  );
}
