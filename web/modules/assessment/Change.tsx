import { useTexts } from "../../app/language/texts.ts";
import { Shape } from "../../ui/Shape.tsx";
import styles from "./Board.module.css";
import { boardTexts } from "./texts.ts";

/** The change to last month: a triangle to see, a word to hear. */
export function Change({ change }: { change: string | null }) {
  const t = useTexts(boardTexts);
  if (change === null) {
    return (
      <span className="faint">
        <span aria-hidden="true">–</span>
        <span className="sr">{t("noChange")}</span>
      </span>
    );
  }
  const value = Number(change);
  const points = change.replace(/^[-+]/, "");
  if (value === 0) {
    return (
      <span className="faint">
        <span aria-hidden="true">—</span>
        <span className="sr">{t("same")}</span>
      </span>
    );
  }
  return (
    <span className={value > 0 ? styles.up : styles.down}>
      <Shape name={value > 0 ? "up" : "down"} />
      <span aria-hidden="true">{points}</span>
      <span className="sr">{t(value > 0 ? "up" : "down", { points })}</span>
    </span>
  );
}
