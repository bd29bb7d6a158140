import type { ComponentProps, MouseEvent } from "react";
import styles from "./Button.module.css";
import { classes } from "./classes.ts";

type Kind = "primary" | "quiet" | "text";

/** The look of a button, for links that lead to the main action. */
export function buttonClass(kind: Kind = "quiet", big = false): string {
  return classes(styles.button, styles[kind], big && styles.big);
}

type Props = ComponentProps<"button"> & {
  kind?: Kind;
  big?: boolean;
  /** Whether what it set off is under way; one that may be has no use for the second click of a double click. */
  busy?: boolean;
};

export function Button({ kind = "quiet", big = false, busy, className, disabled, type, onClick, ...rest }: Props) {
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy || (busy !== undefined && event.detail > 1)) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      onClick={click}
      type={type ?? "button"}
      disabled={disabled}
      // Not disabled: that would take the focus from whoever pressed it.
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      className={classes(buttonClass(kind, big), busy && styles.busy, className)}
    />
  );
}
