import { lostPoints } from "@dutyloop/contract/messages/lost-points.ts";
import { wordReach } from "@dutyloop/contract/messages/score-total-words.ts";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Empty } from "../../../ui/States.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "./Score.module.css";
import type { Score } from "./ScoreSheet.tsx";
import { scoreTexts } from "./texts.ts";

/** What it would take to reach full marks, the largest gap first. */
export function MissingTab({ score }: { score: Score }) {
  const t = useTexts(scoreTexts);
  const language = useLanguage();
  const words = useWords();
  const lines = score.lines
    .filter(({ kind, state, reach }) => kind === "leaf" && state !== "not_applicable" && reach !== null)
    .map((line) => ({ line, lost: lostPoints(line.fullMarks, line.points) }))
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
      {line.reach && <p>{wordReach(language, line.reach)}</p>}
    </div>
  ));
}
