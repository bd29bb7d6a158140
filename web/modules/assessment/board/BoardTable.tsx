import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { boardList } from "@dutyloop/contract/lists/board.ts";
import { columnsOf } from "@dutyloop/contract/lists/list.ts";
import type { ReactNode } from "react";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { useSession } from "../../../app/session/session.ts";
import { classes } from "../../../ui/classes.ts";
import styles from "./Board.module.css";
import { boardTexts } from "./texts.ts";
import { useBoardCells } from "./use-board-cells.tsx";

export type Board = Answer<"getBoard">;
export type Row = Board["items"][number];
type Props = {
  board: Pick<Board, "grades" | "previousBoard" | "state" | "scheme" | "period" | "historyPeriods">;
  rows: readonly Row[];
  /** Keys of the columns in their order; the usual ones without them. */
  shown?: readonly string[];
  /** What may be done to a row by those who prepare the board. */
  actionsOf?: (row: Row) => ReactNode;
};

/** These stay on a phone. */
const narrow = new Set(["rank", "branch", "total", "change"]);

/** Rank, branch, total: every total opens what it is made of. */
export function BoardTable({ board, rows, shown, actionsOf }: Props) {
  const t = useTexts(boardTexts);
  const words = useWords();
  const reader = { language: useLanguage(), today: useSession().today };
  const graded = board.grades.length > 0;
  // A mean has no lines of its own to lose points on.
  const losing = rows.some(({ weakest }) => weakest !== null);
  const cells = useBoardCells(board, graded);
  const columns = columnsOf(boardList, shown ?? null)
    .filter(({ key }) => (key !== "grade" || graded) && (key !== "weakest" || losing))
    .map(({ key, name, kind, value }) => ({
      key,
      title: words(name),
      look: classes(
        key === "rank" && styles.rank,
        kind === "number" && key !== "rank" && "right",
        key === "weakest" && "quiet",
        !narrow.has(key) && "wide-only",
      ),
      cell: cells[key] ?? ((row: Row) => value(row, reader)),
    }));
  return (
    <table className="table">
      <thead>
        <tr>
          {columns.map(({ key, title, look }) => (
            <th key={key} className={look}>
              {title}
            </th>
          ))}
          {actionsOf && <th className="wide-only">{t("actions")}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.organizationId}>
            {columns.map(({ key, look, cell }) => (
              <td key={key} className={look}>
                {cell(row)}
              </td>
            ))}
            {actionsOf && <td className="wide-only">{actionsOf(row)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
