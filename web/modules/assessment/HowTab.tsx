import { wordArithmetic } from "@dutyloop/contract/messages/score-words.ts";
import { Link } from "@tanstack/react-router";
import { wordInstant } from "../../app/frame/months.ts";
import { also } from "../../app/frame/search.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Bar } from "../../ui/Bar.tsx";
import { classes } from "../../ui/classes.ts";
import { Tag } from "../../ui/Tag.tsx";
import styles from "./Score.module.css";
import type { Score } from "./ScoreSheet.tsx";
import { useTemplateNames } from "./template-names.ts";
import { scoreTexts } from "./texts.ts";

type Line = Score["lines"][number];
const satisfying = 0.95;

/** Leaves before the nodes that sum them, as one would add on paper. */
function readingOrder(lines: readonly Line[]): Line[] {
  const under = (parent: string | null): Line[] =>
    lines.filter((line) => line.parent === parent).flatMap((line) => [...under(line.code), line]);
  const ordered = under(null);
  return ordered.length === lines.length ? ordered : [...lines];
}

/** Every line with its points, and the arithmetic in one sentence. */
export function HowTab({ score }: { score: Score }) {
  const t = useTexts(scoreTexts);
  const language = useLanguage();
  const words = useWords();
  return (
    <>
      {readingOrder(score.lines).map((line) => (
        <ScoreLine key={line.code} line={line} />
      ))}
      <p className={`note ${styles.made}`}>
        {t("scheme", { name: words(score.scheme.name), version: score.scheme.version })} ·{" "}
        {t("computed", { time: wordInstant(language, score.computedAt) })}
      </p>
    </>
  );
}

function ScoreLine({ line }: { line: Line }) {
  const t = useTexts(scoreTexts);
  const language = useLanguage();
  const words = useWords();
  const names = useTemplateNames();
  const leaf = line.kind === "leaf";
  const share = line.points === null ? 0 : Number(line.points) / Number(line.fullMarks);
  return (
    <div className={styles.line}>
      <span className={classes(!leaf && styles.sum)}>
        {leaf ? words(line.name) : <b>{words(line.name)}</b>} {line.state !== "scored" && <Tag>{t(line.state)}</Tag>}
      </span>
      {leaf && line.points !== null ? <Bar share={share} tone={share < satisfying ? "warn" : "good"} /> : <span />}
      <span className={classes(styles.points, !leaf && styles.sum)}>
        {leaf && line.points !== null ? (
          <Link
            to="."
            search={also({ tab: "facts", line: line.code })}
            className="link"
            aria-label={`${words(line.name)} ${line.points}: ${t("facts")}`}
          >
            {line.points}
          </Link>
        ) : (
          (line.points ?? "–")
        )}{" "}
        <span className={styles.of}>{t("ofMarks", { marks: line.fullMarks })}</span>
      </span>
      <p>{wordArithmetic(language, line, names)}</p>
      {line.basis && <p className="note">{t("basis", { text: line.basis })}</p>}
    </div>
  );
}
