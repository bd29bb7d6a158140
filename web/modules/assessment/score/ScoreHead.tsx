import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { boardStep } from "../board/board-step.ts";
import { GradeTag } from "../board/GradeTag.tsx";
import styles from "./Score.module.css";
import { ScorePickers } from "./ScorePickers.tsx";
import type { Score } from "./ScoreSheet.tsx";
import { scoreTexts } from "./texts.ts";

/** Who, how much, how complete, and where it stands; then which scheme, period and version is shown. */
export function ScoreHead({ score, inPage }: { score: Score; inPage: boolean }) {
  const t = useTexts(scoreTexts);
  const wordPeriod = usePeriodWords();
  const whole = Number(score.coverage) >= 100;
  // On a page of its own the page's title stands above it.
  const Heading = inPage ? "h2" : "h1";
  const ranked = score.ranks.filter(({ rank }) => rank !== null);
  return (
    <>
      <div className={styles.head}>
        <Heading>{score.organizationName}</Heading>
        <span className={styles.total}>{score.total ?? t("noTotal")}</span>
        <Tag tone={whole ? "good" : "warn"} shape={whole ? "tick" : "diamond"}>
          {t("coverage", { percent: Number(score.coverage) })}
        </Tag>
        <Tag>{t(boardStep(score))}</Tag>
        {score.grade && (
          <GradeTag grade={score.grade.decided} suggested={score.grade.suggested} reason={score.grade.reason} />
        )}
      </div>
      <p className={`quiet ${styles.where}`}>
        {ranked.map(({ organizationId, organizationName, rank, of }) => (
          <span key={organizationId}>{t("rank", { board: organizationName, rank: rank ?? 0, of })}</span>
        ))}
        {score.changes?.totalBefore != null && (
          <span>{t("previous", { period: wordPeriod(score.changes.since), total: score.changes.totalBefore })}</span>
        )}
      </p>
      <ScorePickers score={score} inPage={inPage} />
    </>
  );
}
