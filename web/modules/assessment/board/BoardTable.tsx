import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { ReactNode } from "react";
import { useTexts } from "../../../app/language/texts.ts";
import styles from "./Board.module.css";
import { BoardRow } from "./BoardRow.tsx";
import { boardTexts } from "./texts.ts";

export type Board = Answer<"getBoard">;
export type Row = Board["items"][number];
type Props = {
  board: Pick<Board, "grades" | "previousBoard" | "state" | "scheme" | "period" | "historyPeriods">;
  rows: readonly Row[];
  /** What may be done to a row by those who prepare the board. */
  actionsOf?: (row: Row) => ReactNode;
};

/** Rank, branch, total: every total opens what it is made of. */
export function BoardTable({ board, rows, actionsOf }: Props) {
  const t = useTexts(boardTexts);
  const graded = board.grades.length > 0;
  // A mean has no lines of its own to lose points on.
  const losing = rows.some(({ weakest }) => weakest !== null);
  return (
    <table className="table">
      <thead>
        <tr>
          <th className={styles.rank}>{t("rank")}</th>
          <th>{t("branch")}</th>
          <th className="right">{t("total")}</th>
          <th className="right">{t("change")}</th>
          <th className="right wide-only">{t("coverage")}</th>
          {graded && <th className="wide-only">{t("grade")}</th>}
          <th className="wide-only">{t("history")}</th>
          {losing && <th className="wide-only">{t("weakest")}</th>}
          {actionsOf && <th className="wide-only">{t("actions")}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <BoardRow
            key={row.organizationId}
            row={row}
            board={board}
            graded={graded}
            losing={losing}
            actions={actionsOf?.(row)}
          />
        ))}
      </tbody>
    </table>
  );
}
