import { lazy, Suspense, useEffect, useState } from "react";
import { Icon } from "../../ui/Icon.tsx";
import { useTexts } from "../language/texts.ts";
import styles from "./Palette.module.css";
import { askedBy, modifier } from "./shortcuts.ts";
import { paletteTexts } from "./texts.ts";

const Palette = lazy(() => import("./Palette.tsx"));
const KeyboardHelp = lazy(() => import("./KeyboardHelp.tsx"));

/** Opens the palette, by its button or Ctrl-K, and the list of keys by “?”. */
export function PaletteButton() {
  const t = useTexts(paletteTexts);
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const asked = askedBy(event);
      if (asked === null) return;
      event.preventDefault();
      setOpen(asked);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  const close = () => setOpen(null);
  return (
    <>
      <button
        type="button"
        className={styles.opener}
        aria-haspopup="dialog"
        aria-label={t("open")}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen("palette")}
      >
        <Icon name="search" size={16} />
        <span className={styles.words}>{t("open")}</span>
        {/* Written by the style sheet: the keys aren't part of the name, and its name holds all that is written in it. */}
        <kbd data-keys={`${modifier()} K`} />
      </button>
      <Suspense fallback={null}>
        {open === "palette" && <Palette onClose={close} />}
        {open === "keys" && <KeyboardHelp onClose={close} />}
      </Suspense>
    </>
  );
}
