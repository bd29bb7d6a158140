import { useRouter } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { classes } from "../../ui/classes.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failed } from "../../ui/States.tsx";
import { useTexts } from "../language/texts.ts";
import { useSession } from "../session/session.ts";
import type { GroupName } from "./entries.ts";
import styles from "./Palette.module.css";
import { noteRecent, type Recent, readRecent } from "./recent.ts";
import { paletteTexts } from "./texts.ts";
import { useEntries } from "./use-entries.ts";

type Shown = { readonly name: GroupName | "recent"; readonly entries: readonly Recent[] };

/** Finds whatever the account may see by words, pinyin or initials, and leads there; by keyboard alone. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const t = useTexts(paletteTexts);
  const id = useId();
  const router = useRouter();
  const { account } = useSession();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [recent] = useState(() => readRecent(account.id));
  const [waiting, setWaiting] = useState(false);
  const { groups, query, ready } = useEntries(text);
  const typed = text.trim() !== "";
  const shown: readonly Shown[] = typed ? groups : recent.length > 0 ? [{ name: "recent", entries: recent }] : [];
  const all = shown.flatMap(({ entries }) => entries);
  const chosen = Math.min(at, all.length - 1);

  function open(entry: Recent | undefined): void {
    if (!entry) return;
    noteRecent(account.id, entry);
    onClose();
    if (entry.group === "word") globalThis.open(entry.href, "_blank", "noopener");
    else router.history.push(entry.href);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // What a Chinese input method still composes isn't a choice.
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && all.length > 0) {
      event.preventDefault();
      const next = (chosen + step + all.length) % all.length;
      setAt(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
    }
    if (event.key === "Enter") {
      event.preventDefault();
      if (ready) open(all[chosen]);
      else setWaiting(true);
    }
  }

  // Whoever types fast and presses Enter means what is found, not what stood there before.
  useEffect(() => {
    if (!waiting || !ready) return;
    setWaiting(false);
    open(all[chosen]);
  });

  return (
    <Dialog kind="sheet" title={<h2>{t("title")}</h2>} onClose={onClose}>
      <div className={styles.palette} data-palette="">
        <input
          // The browser puts the focus here, and not on the first button of the dialog.
          ref={(element) => element?.setAttribute("autofocus", "")}
          className={styles.input}
          type="text"
          role="combobox"
          aria-label={t("label")}
          aria-expanded={all.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={all.length > 0 ? `${id}-${chosen}` : undefined}
          placeholder={t("label")}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={60}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setWaiting(false);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <p className="sr" role="status">
          {typed && ready && t("found", { count: all.length })}
        </p>
        {typed && query.isError && <Failed error={query.error} retry={() => void query.refetch()} />}
        {typed && query.isSuccess && ready && all.length === 0 && <p className={styles.quiet}>{t("nothing")}</p>}
        {typed && !query.isError && !ready && all.length === 0 && <p className={styles.quiet}>{t("searching")}</p>}
        {!typed && all.length === 0 && <p className={styles.quiet}>{t("hint")}</p>}
        <div className={styles.list} id={`${id}-list`} role="listbox" aria-label={t("title")}>
          {shown.map(({ name, entries }) => (
            <fieldset key={name} className={styles.part} aria-labelledby={`${id}-${name}`}>
              <div className={styles.group} id={`${id}-${name}`} role="presentation">
                {t(name)}
              </div>
              {entries.map((entry) => {
                const place = all.indexOf(entry);
                return (
                  <div
                    key={entry.key}
                    id={`${id}-${place}`}
                    className={classes(styles.option, place === chosen && styles.chosen)}
                    role="option"
                    tabIndex={-1}
                    aria-selected={place === chosen}
                    onPointerMove={() => setAt(place)}
                    onClick={() => open(entry)}
                    onKeyDown={onKeyDown}
                  >
                    <span className={styles.title}>{entry.title}</span>
                    <span className={styles.note}>{entry.note}</span>
                  </div>
                );
              })}
            </fieldset>
          ))}
        </div>
        <p className={styles.how}>{t("how")}</p>
      </div>
    </Dialog>
  );
}
