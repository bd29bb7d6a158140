import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { also } from "../../../app/frame/search.ts";
import { useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Sparkline } from "../../../ui/Sparkline.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { lostPoints } from "../score/lost-points.ts";
import { signed } from "../score/signed.ts";
import styles from "./Board.module.css";
import type { Board, Row } from "./BoardTable.tsx";
import { Change } from "./Change.tsx";
import { GradeTag } from "./GradeTag.tsx";
import { RankChange } from "./RankChange.tsx";
import { boardTexts } from "./texts.ts";
import { VetoTag } from "./VetoTag.tsx";

type Props = {
  row: Row;
  board: Pick<Board, "previousBoard" | "scheme" | "period">;
  graded: boolean;
  losing: boolean;
  actions?: ReactNode;
};

export function BoardRow({ row, board, graded, losing, actions }: Props) {
  const t = useTexts(boardTexts);
  const words = useWords();
  const opens = also({ score: row.organizationId, scheme: board.scheme.code, of: board.period });
  const lost = row.weakest && lostPoints(row.weakest.fullMarks, row.weakest.points);
  const grade = graded && <GradeTag grade={row.grade} suggested={row.suggestedGrade} reason={row.gradeReason} />;
  return (
    <tr>
      <td className={styles.rank}>
        {row.rank === null ? <Tag>{t("unranked")}</Tag> : <b>{row.rank}</b>}{" "}
        <RankChange rank={row.rank} before={row.before} compared={board.previousBoard !== null} />
      </td>
      <td>
        <Link to="." search={opens} className="link">
          {row.organizationName}
        </Link>
        {row.vetoes.map((veto) => (
          <VetoTag key={veto.code} veto={veto} />
        ))}
        {graded && <span className="narrow-only">{grade}</span>}
        {row.adjustment !== null && <div className="note">{t("adjustment", { points: signed(row.adjustment) })}</div>}
      </td>
      <td className="right">
        <Link to="." search={opens} className="link" tabIndex={-1}>
          {row.total ?? "–"}
        </Link>
      </td>
      <td className="right">
        <Change change={row.change} />
      </td>
      <td className="right wide-only">
        <Coverage row={row} />
      </td>
      {graded && <td className="wide-only">{grade}</td>}
      <td className="wide-only">
        <History totals={row.history} />
      </td>
      {losing && (
        <td className="wide-only quiet">
          {row.weakest && lost && Number(lost) > 0 && `${words(row.weakest.name)} −${lost}`}
        </td>
      )}
      {actions !== undefined && <td className="wide-only">{actions}</td>}
    </tr>
  );
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
