import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { also } from "../../../app/frame/search.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Sparkline } from "../../../ui/Sparkline.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { signed } from "../score/signed.ts";
import type { Board, Row } from "./BoardTable.tsx";
import { Change } from "./Change.tsx";
import { GradeTag } from "./GradeTag.tsx";
import { RankChange } from "./RankChange.tsx";
import { boardTexts } from "./texts.ts";
import { VetoTag } from "./VetoTag.tsx";

type Cell = (row: Row) => ReactNode;

/** Cells of a board that are more than their words, by the key of their column. Every total opens what it is made of. */
export function useBoardCells(
  board: Pick<Board, "previousBoard" | "scheme" | "period">,
  graded: boolean,
): Readonly<Record<string, Cell>> {
  const t = useTexts(boardTexts);
  const opens = (row: Row) => also({ score: row.organizationId, scheme: board.scheme.code, of: board.period });
  const grade: Cell = (row) => <GradeTag grade={row.grade} suggested={row.suggestedGrade} reason={row.gradeReason} />;
  return {
    rank: (row) => (
      <>
        {row.rank === null ? <Tag>{t("unranked")}</Tag> : <b>{row.rank}</b>}{" "}
        <RankChange rank={row.rank} before={row.before} compared={board.previousBoard !== null} />
      </>
    ),
    branch: (row) => (
      <>
        <Link to="." search={opens(row)} className="link">
          {row.organizationName}
        </Link>
        {row.vetoes.map((veto) => (
          <VetoTag key={veto.code} veto={veto} />
        ))}
        {graded && <span className="narrow-only">{grade(row)}</span>}
        {row.adjustment !== null && <div className="note">{t("adjustment", { points: signed(row.adjustment) })}</div>}
      </>
    ),
    total: (row) => (
      <Link to="." search={opens(row)} className="link" tabIndex={-1}>
        {row.total ?? "–"}
      </Link>
    ),
    change: ({ change }) => <Change change={change} />,
    coverage: (row) => <Coverage row={row} />,
    grade,
    history: ({ history }) => <History totals={history} />,
    adjustment: ({ adjustment }) => adjustment !== null && signed(adjustment),
  };
}

/** A mean without a month that counts has no coverage to speak of. */
function Coverage({ row: { total, coverage } }: { row: Row }) {
  const t = useTexts(boardTexts);
  const percent = Number(coverage);
  if (total === null && percent === 0) return <span className="faint">–</span>;
  return (
    <>
      {percent}% {percent < 100 && <Tag>{t("pending")}</Tag>}
    </>
  );
}

function History({ totals }: { totals: Row["history"] }) {
  const t = useTexts(boardTexts);
  const known = totals.filter((total) => total !== null);
  const label =
    known.length === 0 ? t("noHistory") : t("historyLabel", { first: known[0] ?? "", last: known.at(-1) ?? "" });
  return <Sparkline values={totals.map((total) => (total === null ? null : Number(total)))} label={label} />;
}
