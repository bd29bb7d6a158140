import { wordComposition } from "@dutyloop/contract/messages/score-total-words.ts";
import { wordInstant } from "../../../app/frame/months.ts";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Adjustments } from "./Adjustments.tsx";
import styles from "./Score.module.css";
import { ScoreLine } from "./ScoreLine.tsx";
import type { Score } from "./ScoreSheet.tsx";
import { useScoreNames } from "./score-names.ts";
import { readingOrder, weightOf } from "./score-tree.ts";
import { scoreTexts } from "./texts.ts";
import { Vetoes } from "./Vetoes.tsx";

/** Vetoes before everything, then every line with its points and the arithmetic in one sentence. */
export function HowTab({ score }: { score: Score }) {
  const t = useTexts(scoreTexts);
  const language = useLanguage();
  const words = useWords();
  const names = useScoreNames(score);
  const { composition } = score;
  const extras = score.lines.filter(({ parent }) => parent === null).length > 1;
  const composed = composition && (extras || composition.bounded || composition.cappedBy !== null);
  return (
    <>
      <Vetoes vetoes={score.vetoes} />
      {readingOrder(score.lines).map(({ line, depth }) => (
        <ScoreLine key={line.code} line={line} depth={depth} weight={weightOf(score.lines, line)} names={names} />
      ))}
      {composed && (
        <div className={styles.line}>
          <b className={styles.sum}>{t("composition")}</b>
          <span />
          <span className={`${styles.points} ${styles.sum}`}>{score.total}</span>
          <p>{wordComposition(language, composition, score.total)}</p>
        </div>
      )}
      <Adjustments score={score} />
      <p className={`note ${styles.made}`}>
        {t("scheme", { name: words(score.scheme.name), version: score.scheme.version })} ·{" "}
        {t("computed", { time: wordInstant(language, score.computedAt) })}
        {score.versions > 1 && ` · ${t("version", { version: score.periodVersion })}`}
      </p>
    </>
  );
}
