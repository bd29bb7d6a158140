import { wordLeftOut, wordMean } from "@dutyloop/contract/messages/score-total-words.ts";
import { Link } from "@tanstack/react-router";
import { wordInstant } from "../../../app/frame/months.ts";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { also } from "../../../app/frame/search.ts";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Bar } from "../../../ui/Bar.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Adjustments } from "./Adjustments.tsx";
import styles from "./Score.module.css";
import type { Score } from "./ScoreSheet.tsx";
import { scoreTexts } from "./texts.ts";
import { Vetoes } from "./Vetoes.tsx";

type Props = { score: Score; mean: NonNullable<Score["mean"]> };

/** A figure of a longer period: its months, which of them count and why not, and the mean to be repeated. */
export function MeanTab({ score, mean }: Props) {
  const t = useTexts(scoreTexts);
  const language = useLanguage();
  const words = useWords();
  const rows = [...mean.counted, ...mean.leftOut].sort((a, b) => (a.period < b.period ? -1 : 1));
  return (
    <>
      <Vetoes vetoes={score.vetoes} />
      {rows.map((row) => (
        <MeanLine
          key={row.period}
          organizationId={score.organizationId}
          row={row}
          adjustment={score.adjustments.find(({ period }) => period === row.period)}
        />
      ))}
      <div className={styles.line}>
        <b className={styles.sum}>{t("meanOf", { count: mean.counted.length })}</b>
        <span />
        <span className={`${styles.points} ${styles.sum}`}>{score.total ?? "–"}</span>
        <p>{wordMean(language, mean.counted, score.total)}</p>
      </div>
      <Adjustments score={score} />
      <p className={`note ${styles.made}`}>
        {t("scheme", { name: words(score.scheme.name), version: score.scheme.version })} ·{" "}
        {t("computed", { time: wordInstant(language, score.computedAt) })}
      </p>
    </>
  );
}

type Row = { period: string } & Partial<Props["mean"]["counted"][number]> & Partial<Props["mean"]["leftOut"][number]>;

type LineProps = { organizationId: string; row: Row; adjustment: Score["adjustments"][number] | undefined };

function MeanLine({ organizationId, row, adjustment }: LineProps) {
  const t = useTexts(scoreTexts);
  const language = useLanguage();
  const wordPeriod = usePeriodWords();
  const { period, total, reason } = row;
  return (
    <div className={styles.line}>
      <span>
        <Link to="." search={also({ score: organizationId, of: period, tab: "how" })} className="link">
          {wordPeriod(period)}
        </Link>{" "}
        {reason && <Tag>{t("notCounted")}</Tag>}
      </span>
      {total === undefined ? <span /> : <Bar share={Number(total) / 100} tone={Number(total) < 80 ? "warn" : "good"} />}
      <span className={styles.points}>{total ?? "–"}</span>
      {reason && <p>{wordLeftOut(language, { period, reason })}</p>}
      {adjustment && (
        <p className="note">
          {t("adjustedFrom", { published: adjustment.published ?? "–", adjusted: adjustment.adjusted ?? "–" })}
        </p>
      )}
    </div>
  );
}
