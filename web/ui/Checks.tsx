import { useId } from "react";
import styles from "./Checks.module.css";
import { Shape } from "./Shape.tsx";

type CheckProps = { label: string; checked: boolean; onChange: (checked: boolean) => void };

/** A statement to be ticked. */
export function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

type ListProps<K extends string> = {
  label: string;
  hint?: string;
  options: readonly { key: K; label: string }[];
  given: readonly K[];
  error?: string | undefined;
  onChange: (given: K[]) => void;
};

/** Several statements under one name, each to be ticked by hand. */
export function CheckList<K extends string>({ label, hint, options, given, error, onChange }: ListProps<K>) {
  const id = useId();
  return (
    <fieldset
      className={styles.list}
      aria-describedby={error ? `${id}-error` : undefined}
      data-field-error={error ? "" : undefined}
    >
      <legend>{label}</legend>
      {hint && <span className="note">{hint}</span>}
      {options.map(({ key, label: words }) => (
        <Check
          key={key}
          label={words}
          checked={given.includes(key)}
          onChange={(checked) => onChange(checked ? [...given, key] : given.filter((other) => other !== key))}
        />
      ))}
      {error && (
        <span className={styles.error} id={`${id}-error`} role="alert">
          <Shape name="diamond" />
          {error}
        </span>
      )}
    </fieldset>
  );
}
