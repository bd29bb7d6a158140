import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { Link } from "@tanstack/react-router";
import { also } from "../../app/frame/search.ts";
import { useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Sparkline } from "../../ui/Sparkline.tsx";
import { Tag } from "../../ui/Tag.tsx";
import styles from "./Board.module.css";
import { Change } from "./Change.tsx";
import { lostPoints } from "./lost-points.ts";
import { boardTexts } from "./texts.ts";

type Row = Answer<"getBoard">["items"][number];

/** Rank, branch, total: every total opens what it is made of. */
export function BoardTable({ rows }: { rows: readonly Row[] }) {
  const t = useTexts(boardTexts);
  return (
    <table className="table">
      <thead>
        <tr>
          <th className={styles.rank}>{t("rank")}</th>
          <th>{t("branch")}</th>
          <th className="wide-only">{t("class")}</th>
          <th className="right">{t("total")}</th>
          <th className="right">{t("change")}</th>
          <th className="right wide-only">{t("coverage")}</th>
          <th className="wide-only">{t("history")}</th>
          <th className="wide-only">{t("weakest")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <BoardRow key={row.organizationId} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function BoardRow({ row }: { row: Row }) {
  const t = useTexts(boardTexts);
  const words = useWords();
  const known = row.history.filter((point) => point.total !== null);
  const label =
    known.length === 0
      ? t("noHistory")
      : t("historyLabel", { first: known[0]?.total ?? "", last: known.at(-1)?.total ?? "" });
  const lost = row.weakest && lostPoints(row.weakest.fullMarks, row.weakest.points);
  return (
    <tr>
      <td className={styles.rank}>{row.rank ?? <Tag>{t("unranked")}</Tag>}</td>
      <td>
        <Link to="." search={also({ score: row.organizationId })} className="link">
          {row.organizationName}
        </Link>
      </td>
      <td className="wide-only quiet">{row.class}</td>
      <td className="right">
        <Link to="." search={also({ score: row.organizationId })} className="link" tabIndex={-1}>
          {row.total ?? "–"}
        </Link>
      </td>
      <td className="right">
        <Change change={row.change} />
      </td>
      <td className="right wide-only">
        {Number(row.coverage)}% {Number(row.coverage) < 100 && <Tag>{t("pending")}</Tag>}
      </td>
      <td className="wide-only">
        <Sparkline values={row.history.map(({ total }) => (total === null ? null : Number(total)))} label={label} />
      </td>
      <td className="wide-only quiet">
        {row.weakest && lost && Number(lost) > 0 && `${words(row.weakest.name)} −${lost}`}
      </td>
    </tr>
  );
}
