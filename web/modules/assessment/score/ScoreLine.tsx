import type { Names } from "@dutyloop/contract/messages/score-names.ts";
import { wordArithmetic } from "@dutyloop/contract/messages/score-words.ts";
import { wordSinceClose } from "@dutyloop/contract/messages/since-close-words.ts";
import { Link } from "@tanstack/react-router";
import type { CSSProperties } from "react";
import { also } from "../../../app/frame/search.ts";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Bar } from "../../../ui/Bar.tsx";
import { classes } from "../../../ui/classes.ts";
import { Tag } from "../../../ui/Tag.tsx";
import styles from "./Score.module.css";
import type { Line } from "./ScoreSheet.tsx";
import { scoreTexts } from "./texts.ts";

const satisfying = 0.95;
type Props = { line: Line; depth: number; weight: string | null; names: Names };

/** One line: its name, a bar, its points as a way to the facts, and how they came about in one sentence. */
export function ScoreLine({ line, depth, weight, names }: Props) {
  const t = useTexts(scoreTexts);
  const language = useLanguage();
  const words = useWords();
  const leaf = line.kind === "leaf";
  const root = !leaf && line.parent === null;
  const share = line.points === null ? 0 : Number(line.points) / Number(line.fullMarks);
  const name = words(line.name);
  const later = wordSinceClose(language, line.since, names);
  // A node none of whose parts count has nothing to calculate with.
  const empty = !leaf && line.points === null;
  return (
    <div className={styles.line} style={{ "--depth": depth } as CSSProperties} data-line={line.code}>
      <span className={classes(styles.name, root && styles.sum)}>
        {leaf ? name : <b>{name}</b>} {weight !== null && <span className="note">{t("weight", { weight })}</span>}{" "}
        {line.state !== "scored" && (
          <Tag {...(line.state === "pending" ? { tone: "warn" as const, shape: "diamond" as const } : {})}>
            {t(line.why === "sample" ? "sample" : line.state)}
          </Tag>
        )}
        {line.why === "settled" && <Tag>{t("settled")}</Tag>}
      </span>
      {leaf && line.points !== null ? <Bar share={share} tone={share < satisfying ? "warn" : "good"} /> : <span />}
      <span className={classes(styles.points, root && styles.sum)}>
        {leaf && line.points !== null ? (
          <Link
            to="."
            search={also({ tab: "facts", line: line.code })}
            className="link"
            aria-label={`${name} ${line.points}: ${t("facts")}`}
          >
            {line.points}
          </Link>
        ) : (
          (line.points ?? "–")
        )}{" "}
        <span className={styles.of}>{t("ofMarks", { marks: line.fullMarks })}</span>
      </span>
      <p>{empty ? t("noneCounts") : wordArithmetic(language, line, names)}</p>
      {later !== null && (
        <p className="note" data-since-close>
          {later}
        </p>
      )}
      {line.settled && <p className="note">{t("settledBecause", { reason: line.settled })}</p>}
      {line.basis && <p className="note">{t("basis", { text: words(line.basis) })}</p>}
    </div>
  );
}
