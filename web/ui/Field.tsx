import { type ComponentProps, type ReactNode, useId } from "react";
import { useTexts } from "../app/language/texts.ts";
import { classes } from "./classes.ts";
import styles from "./Field.module.css";
import { NoChoices, type Source } from "./NoChoices.tsx";
import { Shape } from "./Shape.tsx";
import { uiTexts } from "./texts.ts";
import { type Checked, useFieldCheck } from "./use-field-check.ts";

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

type Check = Pick<Checked, "most" | "wrong">;

export function TextField(props: Frame & Check & ComponentProps<"input">) {
  const { label, hint, error, optional, hideLabel, most, wrong, ...input } = props;
  const { min, max, value, required, minLength: least } = input;
  const checked = { label, value, required, min, max, least, most, wrong };
  const { sentence, handlers } = useFieldCheck<HTMLInputElement>(checked);
  return (
    <FieldFrame {...{ label, hint, error: sentence ?? error, optional, hideLabel }}>
      {(wiring) => <input {...input} {...handlers} {...wiring} className={styles.control} />}
    </FieldFrame>
  );
}

/** `source` is the query that the choices come from, where they do. */
export function SelectField(props: Frame & { source?: Source } & ComponentProps<"select">) {
  const { label, hint, error, optional, hideLabel, source, children, ...select } = props;
  const { value, required } = select;
  const t = useTexts(uiTexts);
  const { sentence, handlers } = useFieldCheck<HTMLSelectElement>({ label, value, required, choice: true });
  return (
    <FieldFrame {...{ label, hint, error: sentence ?? error, optional, hideLabel }}>
      {(wiring) => (
        <>
          <select {...select} {...handlers} {...wiring} className={styles.control}>
            {children}
            {source?.isLoading && <option disabled>{t("loading")}</option>}
          </select>
          {source && <NoChoices source={source} label={label} />}
        </>
      )}
    </FieldFrame>
  );
}

export function TextArea(props: Frame & Check & ComponentProps<"textarea">) {
  const { label, hint, error, optional, hideLabel, most, wrong, ...area } = props;
  const { value, required } = area;
  const { sentence, handlers } = useFieldCheck<HTMLTextAreaElement>({ label, value, required, most, wrong });
  return (
    <FieldFrame {...{ label, hint, error: sentence ?? error, optional, hideLabel }}>
      {(wiring) => <textarea {...area} {...handlers} {...wiring} className={styles.control} />}
    </FieldFrame>
  );
}
