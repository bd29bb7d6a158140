import { lostPoints } from "@dutyloop/contract/messages/lost-points.ts";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Empty } from "../../../ui/States.tsx";
import { Change } from "../board/Change.tsx";
import styles from "./Score.module.css";
import type { Score } from "./ScoreSheet.tsx";
import { scoreTexts } from "./texts.ts";

type Changes = NonNullable<Score["changes"]>;

/** What is different from the period before: points, facts, the version of the scheme, the place in the tree. */
export function ChangesTab({ score }: { score: Score }) {
  const t = useTexts(scoreTexts);
  const wordPeriod = usePeriodWords();
  const { changes } = score;
  if (!changes) return <Empty title={t("nothingBefore")} text={t("nothingBeforeText")} />;
  const { totalBefore, facts } = changes;
  return (
    <div className={styles.stack}>
      <p className={styles.fromTo}>
        <span className="quiet">{wordPeriod(changes.since)}</span> <b>{totalBefore ?? "–"}</b>
        <span aria-hidden="true">→</span>
        <span className="quiet">{wordPeriod(score.period)}</span> <b>{score.total ?? "–"}</b>{" "}
        <Change change={difference(totalBefore, score.total)} />
      </p>
      <Lines changes={changes} score={score} />
      <ul className={styles.remarks}>
        <li>{t("factsChanged", facts)}</li>
        {changes.schemeVersion && <li>{t("versionChanged", changes.schemeVersion)}</li>}
        {changes.class && <li>{t("classChanged", changes.class)}</li>}
        {changes.parent && <li>{t("parentChanged", changes.parent)}</li>}
      </ul>
    </div>
  );
}

function Lines({ changes, score }: { changes: Changes; score: Score }) {
  const t = useTexts(scoreTexts);
  const words = useWords();
  if (changes.lines.length === 0) return <p className="quiet">{t(score.mean ? "linesInMonths" : "linesSame")}</p>;
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{t("line")}</th>
          <th className="right">{t("before")}</th>
          <th className="right">{t("now")}</th>
          <th className="right">{t("difference")}</th>
        </tr>
      </thead>
      <tbody>
        {changes.lines.map(({ code, before, now }) => {
          const line = score.lines.find((one) => one.code === code);
          return (
            <tr key={code}>
              <td>{line ? words(line.name) : code}</td>
              <td className="right">{before ?? "–"}</td>
              <td className="right">{now ?? "–"}</td>
              <td className="right">
                <Change change={difference(before, now)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function difference(before: string | null, now: string | null): string | null {
  return before === null || now === null ? null : lostPoints(now, before);
}
