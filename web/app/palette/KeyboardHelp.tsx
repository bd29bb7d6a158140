import { Dialog } from "../../ui/Dialog.tsx";
import { useTexts } from "../language/texts.ts";
import styles from "./Palette.module.css";
import { modifier } from "./shortcuts.ts";
import { paletteTexts } from "./texts.ts";

/** Every key that does something everywhere. */
export default function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const t = useTexts(paletteTexts);
  const keys: readonly (readonly [readonly string[], string])[] = [
    [[modifier(), "K"], t("keyOpen")],
    [["?"], t("keyHelp")],
    [["↑", "↓"], t("keyMove")],
    [["Enter"], t("keyChoose")],
    [["Tab"], t("keyNext")],
    [["Esc"], t("keyClose")],
  ];
  return (
    <Dialog kind="sheet" title={<h2>{t("keys")}</h2>} onClose={onClose}>
      <dl className={styles.keys}>
        {keys.map(([names, does]) => (
          <div key={does} className={styles.pair}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
