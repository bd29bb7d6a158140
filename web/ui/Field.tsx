import { type ComponentProps, type ReactNode, useId } from "react";
import { useTexts } from "../app/language/texts.ts";
import { classes } from "./classes.ts";
import styles from "./Field.module.css";
import { Shape } from "./Shape.tsx";
import { uiTexts } from "./texts.ts";

type Frame = { label: string; hint?: ReactNode; error?: string | undefined; optional?: boolean; hideLabel?: boolean };
type Wiring = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };

function FieldFrame(props: Frame & { children: (wiring: Wiring) => ReactNode }) {
  const { label, hint, error, optional, hideLabel, children } = props;
  const t = useTexts(uiTexts);
  const id = useId();
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={styles.field} data-field-error={error ? "" : undefined}>
      <label htmlFor={id} className={classes(styles.label, hideLabel && "sr")}>
        {label}
        {optional && <span className={styles.optional}>{t("optional")}</span>}
      </label>
      {children({ id, "aria-describedby": about || undefined, "aria-invalid": error ? true : undefined })}
      {hint && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className={styles.error} id={`${id}-error`} role="alert">
          <Shape name="diamond" />
          {error}
        </span>
      )}
    </div>
  );
}

export function TextField({ label, hint, error, optional, hideLabel, ...input }: Frame & ComponentProps<"input">) {
  return (
    <FieldFrame {...{ label, hint, error, optional, hideLabel }}>
      {(wiring) => <input {...input} {...wiring} className={styles.control} />}
    </FieldFrame>
  );
}

export function SelectField({ label, hint, error, optional, hideLabel, ...select }: Frame & ComponentProps<"select">) {
  return (
    <FieldFrame {...{ label, hint, error, optional, hideLabel }}>
      {(wiring) => <select {...select} {...wiring} className={styles.control} />}
    </FieldFrame>
  );
}

export function TextArea({ label, hint, error, optional, hideLabel, ...area }: Frame & ComponentProps<"textarea">) {
  return (
    <FieldFrame {...{ label, hint, error, optional, hideLabel }}>
      {(wiring) => <textarea {...area} {...wiring} className={styles.control} />}
    </FieldFrame>
  );
}
