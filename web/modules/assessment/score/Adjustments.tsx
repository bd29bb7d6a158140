import { Link } from "@tanstack/react-router";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { also } from "../../../app/frame/search.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import styles from "./Score.module.css";
import type { Score } from "./ScoreSheet.tsx";
import { signed } from "./signed.ts";
import { scoreTexts } from "./texts.ts";

/** 以前期间调整: what came after a close, always beside the total and never in it. */
export function Adjustments({ score }: { score: Score }) {
  const t = useTexts(scoreTexts);
  const words = useWords();
  const wordPeriod = usePeriodWords();
  const { adjustment: own, adjustments } = score;
  if (own === null && adjustments.length === 0) return null;
  return (
    <section className={styles.adjustments} aria-label={t("adjustments")}>
      <h3>{t("adjustments")}</h3>
      {own && (
        <>
          <p>
            {t("ownAdjustment", {
              published: own.published ?? "–",
              adjusted: own.adjusted ?? "–",
              count: own.facts,
            })}{" "}
            <b>{own.adjustment === null ? "" : signed(own.adjustment)}</b>
          </p>
          {own.lines.map((line) => (
            <p key={line.code} className="note">
              {words(line.name)} {line.published ?? "–"} → {line.adjusted ?? "–"}
            </p>
          ))}
        </>
      )}
      {adjustments.map((one) => (
        <p key={one.period}>
          <Link to="." search={also({ score: score.organizationId, of: one.period, tab: "how" })} className="link">
            {wordPeriod(one.period)}
          </Link>{" "}
          {one.published ?? "–"} → {one.adjusted ?? "–"} <b>{one.adjustment === null ? "" : signed(one.adjustment)}</b>{" "}
          <span className="note">{t("lateFacts", { count: one.facts })}</span>
        </p>
      ))}
      <p className="note">{t(score.mean ? "adjustmentsInMean" : "adjustmentsAside")}</p>
    </section>
  );
}
