import styles from "./Development.module.css";

type Props = { label: string; checked: boolean; onChange: (checked: boolean) => void };

/** A statement to be ticked. */
export function Check({ label, checked, onChange }: Props) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
