import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { helpAddress } from "../../ui/help-address.ts";
import { useLanguage } from "../language/language.ts";
import { useTexts } from "../language/texts.ts";
import { helpTexts } from "./texts.ts";
import styles from "./WordNote.module.css";

type Props = {
  text: string;
  /** Its anchor on the page of words. */
  name: string;
  meaning: string;
};

/** A word with dots below it; pressed, it says what it means, until Esc or a press elsewhere. */
export function WordNote({ text, name, meaning }: Props) {
  const t = useTexts(helpTexts);
  const language = useLanguage();
  const id = useId();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const note = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!open) return;
    const onPress = (event: MouseEvent) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      // The drawer that the word stands in stays open.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    };
    document.addEventListener("mousedown", onPress);
    document.addEventListener("keydown", onKey, true);
    return () => {
      document.removeEventListener("mousedown", onPress);
      document.removeEventListener("keydown", onKey, true);
    };
  }, [open]);
  // It stays on the screen, however near to the edge its word stands.
  useLayoutEffect(() => {
    const element = note.current;
    if (!open || !element) return;
    element.style.translate = "";
    const { left, right } = element.getBoundingClientRect();
    const over = Math.max(0, right - (document.documentElement.clientWidth - 12));
    element.style.translate = `${Math.max(12 - left, -over)}px 0`;
  }, [open]);
  return (
    <span className={styles.place} ref={place}>
      <button
        type="button"
        className={styles.word}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {text}
      </button>
      <span role="status">
        {open && (
          <span className={styles.note} id={id} ref={note}>
            <span>{meaning}</span>{" "}
            <a
              className="link"
              href={helpAddress(language, `words#${encodeURIComponent(name)}`)}
              target="_blank"
              rel="noopener"
            >
              {t("allWords")}
            </a>
          </span>
        )}
      </span>
    </span>
  );
}
