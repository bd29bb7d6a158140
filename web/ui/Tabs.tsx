import type { KeyboardEvent, ReactNode } from "react";
import styles from "./Tabs.module.css";

type Option<K extends string> = { key: K; label: ReactNode };
type Props<K extends string> = {
  label: string;
  options: readonly Option<K>[];
  value: K;
  onChange: (key: K) => void;
};

/** Tabs over one panel; arrow keys move between them. */
export function Tabs<K extends string>({ label, options, value, onChange, panelId }: Props<K> & { panelId: string }) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const at = options.findIndex(({ key }) => key === value);
    const next = options[(at + step + options.length) % options.length];
    if (!next) return;
    onChange(next.key);
    document.getElementById(`${panelId}-${next.key}`)?.focus();
  };
  return (
    <div className={styles.tabs} role="tablist" aria-label={label} onKeyDown={move}>
      {options.map(({ key, label: words }) => (
        <button
          key={key}
          id={`${panelId}-${key}`}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={key === value}
          aria-controls={panelId}
          tabIndex={key === value ? 0 : -1}
          onClick={() => onChange(key)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}

/** One of a few, as buttons in a row: filters and settings. */
export function Choice<K extends string>({ label, options, value, onChange }: Props<K>) {
  return (
    <fieldset className={styles.choice} aria-label={label}>
      {options.map(({ key, label: words }) => (
        <button
          key={key}
          type="button"
          className={styles.option}
          aria-pressed={key === value}
          onClick={() => onChange(key)}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
}
