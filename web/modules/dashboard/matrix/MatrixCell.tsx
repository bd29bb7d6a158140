import type { DutyFigures } from "@dutyloop/domain/duties/matrix-things.ts";
import { type CellState, cellState } from "@dutyloop/domain/duties/matrix-things.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Shape, type ShapeName } from "../../../ui/Shape.tsx";
import { Tag, type Tone } from "../../../ui/Tag.tsx";
import styles from "./Matrix.module.css";
import { matrixTexts } from "./texts.ts";

const shapes: Record<CellState, ShapeName | null> = {
  none: null,
  overdue: "diamond",
  open: "square",
  done: "tick",
  done_late: "up",
};
const tones: Record<CellState, Tone> = {
  none: "neutral",
  overdue: "warn",
  open: "neutral",
  done: "good",
  done_late: "neutral",
};

function useStateWords(): (figures: DutyFigures) => string {
  const t = useTexts(matrixTexts);
  return (figures) => {
    const { owed, done, overdue, late } = figures;
    const counts = { none: 0, overdue, open: owed - done, done, done_late: late };
    const state = cellState(figures);
    return t(state, { count: counts[state] });
  };
}

/** A month of an organisation: done of owed, and beside the colour a sign and a word. */
export function CellFigures({ figures }: { figures: DutyFigures }) {
  const t = useTexts(matrixTexts);
  const words = useStateWords();
  const state = cellState(figures);
  const shape = shapes[state];
  if (state === "none") return <span className="faint">{t("none")}</span>;
  return (
    <span className={styles.figures}>
      <b>{t("done_of", figures)}</b>
      <span className={styles[state]}>
        {shape && <Shape name={shape} />}
        {words(figures)}
      </span>
    </span>
  );
}

/** The same in a list. */
export function StateTag({ figures }: { figures: DutyFigures }) {
  const words = useStateWords();
  const state = cellState(figures);
  const shape = shapes[state];
  return (
    <Tag tone={tones[state]} {...(shape ? { shape } : {})}>
      {words(figures)}
    </Tag>
  );
}
