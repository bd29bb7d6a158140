import { Button } from "../../ui/Button.tsx";
import { useTexts } from "../language/texts.ts";
import type { BatchAct, useBatch } from "./batch.ts";
import styles from "./Lists.module.css";
import { listTexts } from "./texts.ts";

type Props<Item> = { batch: ReturnType<typeof useBatch<Item>>; acts: readonly BatchAct<Item>[] };

/** How many rows are ticked and what can be done to them. */
export function BatchBar<Item>({ batch: { picked, choose, setOpen, sheet }, acts }: Props<Item>) {
  const t = useTexts(listTexts);
  if (acts.length === 0) return null;
  return (
    <span className={styles.batch}>
      <span className="quiet" role="status">
        {picked.length > 0 && t("chosen", { count: picked.length })}
      </span>
      {picked.length > 0 &&
        acts.map(({ key, label, fits }) => {
          const count = picked.filter(fits).length;
          return (
            <Button key={key} disabled={count === 0} aria-haspopup="dialog" onClick={() => setOpen(key)}>
              {t("actCount", { act: label, count })}
            </Button>
          );
        })}
      {picked.length > 0 && (
        <Button kind="text" onClick={() => choose(new Set())}>
          {t("clear")}
        </Button>
      )}
      {sheet}
    </span>
  );
}
