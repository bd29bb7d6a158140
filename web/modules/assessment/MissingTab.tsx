import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Empty } from "../../ui/States.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { lostPoints } from "./lost-points.ts";
import styles from "./Score.module.css";
import type { Score } from "./ScoreSheet.tsx";
import { scoreTexts } from "./texts.ts";

type Line = Score["lines"][number];

/** What it would take to reach full marks, the largest gap first. */
export function MissingTab({ score }: { score: Score }) {
  const t = useTexts(scoreTexts);
  const words = useWords();
  const lines = score.lines
    .filter(({ kind, state }) => kind === "leaf" && state !== "not_applicable")
    .map((line) => ({ line, lost: lostPoints(line.fullMarks, line.points) }))
    .filter(({ lost, line }) => line.state === "pending" || Number(lost) > 0)
    .sort((a, b) => Number(b.lost) - Number(a.lost));
  if (lines.length === 0) return <Empty title={t("full")} text={t("nothingMissing")} />;
  return lines.map(({ line, lost }) => (
    <div key={line.code} className={styles.line}>
      <span>{words(line.name)}</span>
      <span />
      <span className={styles.points}>
        <Tag tone="warn" shape="diamond">
          {line.state === "pending" ? t("pending") : t("lost", { points: lost })}
        </Tag>
      </span>
      <p>
        <Gap line={line} />
      </p>
    </div>
  ));
}

function Gap({ line }: { line: Line }) {
  const t = useTexts(scoreTexts);
  const { arithmetic: a } = line;
  if (a.form === "timely_ratio") return t("dueMissing", { count: Number(a.due) - Number(a.onTime) });
  if (a.form === "ratio") {
    const gap = Math.max(0, (Number(a.target) - Number(a.numerator) / Number(a.denominator)) * 100).toFixed(1);
    return t("shareMissing", { numerator: a.numerator, denominator: a.denominator, gap });
  }
  return null;
}
