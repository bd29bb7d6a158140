import { useTexts } from "../app/language/texts.ts";
import styles from "./Tick.module.css";
import type { Selection } from "./table.ts";
import { uiTexts } from "./texts.ts";

type Choosing = Pick<Selection<never>, "chosen" | "onChange">;

/** Chooses a row of a table, or no longer. */
export function Tick({ id, name, chosen, onChange }: Choosing & { id: string; name: string }) {
  const t = useTexts(uiTexts);
  const toggle = () => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return <Box words={t("chooseRow", { name })} checked={chosen.has(id)} onChange={toggle} />;
}

/** In the head: chooses all rows of these ids, or none. */
export function TickAll({ ids, chosen, onChange }: Choosing & { ids: readonly string[] }) {
  const t = useTexts(uiTexts);
  const all = ids.length > 0 && ids.every((id) => chosen.has(id));
  return <Box words={t("chooseAll")} checked={all} onChange={() => onChange(new Set(all ? [] : ids))} />;
}

function Box({ words, checked, onChange }: { words: string; checked: boolean; onChange: () => void }) {
  return (
    <label className={styles.box}>
      <input type="checkbox" aria-label={words} checked={checked} onChange={onChange} />
    </label>
  );
}
