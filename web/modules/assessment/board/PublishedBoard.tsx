import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { usePages } from "../../../app/api/queries.ts";
import { usePeriodWords } from "../../../app/frame/period-words.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { classes } from "../../../ui/classes.ts";
import { MorePages } from "../../../ui/MorePages.tsx";
import { Failed, Loading } from "../../../ui/States.tsx";
import styles from "./Board.module.css";
import { BoardState } from "./BoardState.tsx";
import { GradeTag } from "./GradeTag.tsx";
import { RankChange } from "./RankChange.tsx";
import { boardTexts } from "./texts.ts";

type Props = { organizationId: string; entry: Answer<"listPublishedBoards">["items"][number] };

/** What everybody on a board may see of it: name, rank, total, change and the decided grade. */
export function PublishedBoard({ organizationId, entry }: Props) {
  const t = useTexts(boardTexts);
  const words = useWords();
  const wordPeriod = usePeriodWords();
  const { query, items, first } = usePages("getPublishedBoard", {
    params: { organizationId },
    query: {
      assessorId: entry.assessorId,
      scheme: entry.scheme.code,
      period: entry.period,
      version: entry.periodVersion,
    },
  });
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (!first) return <Loading rows={8} />;
  const graded = items.some(({ grade }) => grade !== null);
  return (
    <div className={styles.published}>
      <h1>{t("titleOf", { scheme: words(first.scheme.name) })}</h1>
      <p className="quiet">
        {t("about", { period: wordPeriod(first.period), organization: first.organizationName })}
        {first.class && ` · ${first.class}`}
      </p>
      <BoardState {...first} />
      <table className="table">
        <thead>
          <tr>
            <th className={styles.rank}>{t("rank")}</th>
            <th>{t("branch")}</th>
            <th className="right">{t("total")}</th>
            {graded && <th>{t("grade")}</th>}
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.organizationId} className={classes(row.organizationId === organizationId && styles.own)}>
              <td className={styles.rank}>
                <b>{row.rank ?? "–"}</b>{" "}
                <RankChange rank={row.rank} before={row.before} compared={first.previousBoard !== null} />
              </td>
              <td>{row.organizationName}</td>
              <td className="right">{row.total ?? "–"}</td>
              {graded && (
                <td>
                  <GradeTag grade={row.grade} suggested={null} reason={null} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <MorePages query={query} shown={items.length} />
    </div>
  );
}
