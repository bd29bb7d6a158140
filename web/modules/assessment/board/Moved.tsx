import { Shape } from "../../../ui/Shape.tsx";
import styles from "./Board.module.css";

type Props = { by: number; shown?: string; words: string };

/** Up or down: a triangle to see, a word to hear. */
export function Moved({ by, shown = String(Math.abs(by)), words }: Props) {
  if (by === 0) {
    return (
      <span className="faint">
        <span aria-hidden="true">—</span>
        <span className="sr">{words}</span>
      </span>
    );
  }
  return (
    <span className={by > 0 ? styles.up : styles.down}>
      <Shape name={by > 0 ? "up" : "down"} />
      <span aria-hidden="true">{shown}</span>
      <span className="sr">{words}</span>
    </span>
  );
}
