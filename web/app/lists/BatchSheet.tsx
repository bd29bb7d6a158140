import { type ReactNode, useState } from "react";
import { AskSheet } from "../../ui/AskSheet.tsx";
import { Notice, useSentence } from "../../ui/States.tsx";
import { useTexts } from "../language/texts.ts";
import styles from "./Lists.module.css";
import { listTexts } from "./texts.ts";

type Props<Item> = {
  title: string;
  confirm: string;
  items: readonly Item[];
  nameOf: (item: Item) => string;
  /** Does it to one; throws the refusal. */
  write: (item: Item, reason: string) => Promise<unknown>;
  reason?: { label: string; hint?: string };
  blocked?: boolean;
  children?: ReactNode;
  /** After all that could be done was done. */
  onDone: () => Promise<unknown>;
  onClose: () => void;
};
type Refused<Item> = { readonly item: Item; readonly why: string };

/** Does one act to many, one after the other: what can't be done is listed with its reason, and the rest is done. */
export function BatchSheet<Item>(props: Props<Item>) {
  const { title, confirm, items, nameOf, write, reason, blocked = false, children, onDone, onClose } = props;
  const t = useTexts(listTexts);
  const sentence = useSentence();
  const [waiting, setWaiting] = useState<readonly Item[]>(items);
  const [done, setDone] = useState(0);
  const [running, setRunning] = useState(false);
  const [refused, setRefused] = useState<readonly Refused<Item>[]>([]);
  const run = async (words: string) => {
    setRunning(true);
    setDone(0);
    const found: Refused<Item>[] = [];
    for (const item of waiting) {
      try {
        await write(item, words);
      } catch (error) {
        found.push({ item, why: sentence(error, "writing") });
      }
      setDone((count) => count + 1);
    }
    await onDone();
    setRunning(false);
    setRefused(found);
    setWaiting(found.map(({ item }) => item));
    if (found.length === 0) onClose();
  };
  return (
    <AskSheet
      title={title}
      {...(reason ? { reason } : {})}
      confirm={refused.length > 0 ? t("again") : confirm}
      cancel={refused.length > 0 ? t("close") : t("cancel")}
      blocked={blocked}
      act={{ mutate: (words) => void run(words), isPending: running, error: null }}
      onClose={onClose}
    >
      <p>{t("eachItself")}</p>
      {children}
      {running && (
        <div role="status">
          <progress className={styles.progress} aria-label={title} max={waiting.length} value={done} />
          {t("progress", { done, count: waiting.length })}
        </div>
      )}
      {!running && refused.length > 0 && (
        <>
          <Notice>{t("refusedSome", { count: refused.length })}</Notice>
          <ul className={styles.refused}>
            {refused.map(({ item, why }) => (
              <li key={nameOf(item)}>
                <b>{nameOf(item)}</b> {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </AskSheet>
  );
}
