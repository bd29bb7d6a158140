import { useState } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { classes } from "../../ui/classes.ts";
import { Shape, type ShapeName } from "../../ui/Shape.tsx";
import { scrolledByKeys } from "../../ui/scrolled-by-keys.ts";
import { Tag, type Tone } from "../../ui/Tag.tsx";
import { type ShownCell, shownCells } from "./bad-cells.ts";
import styles from "./Imports.module.css";
import { importTexts } from "./texts.ts";
import type { Preview } from "./use-roster-import.ts";

type Row = Preview["rows"][number];

const looks: Record<Row["outcome"], { tone: Tone; shape: ShapeName }> = {
  added: { tone: "good", shape: "tick" },
  changed: { tone: "neutral", shape: "up" },
  unchanged: { tone: "neutral", shape: "square" },
  wrong: { tone: "brand", shape: "diamond" },
};
const shownFirst = 20;

/** The first rows that are wrong or change something, sheet by sheet as somebody wrote them, bad cells marked. */
export function FirstRows({ rows, problems }: Pick<Preview, "rows" | "problems">) {
  const t = useTexts(importTexts);
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  const shown = Map.groupBy(rows.slice(0, all ? rows.length : shownFirst), ({ sheet }) => sheet);
  return (
    <section className={styles.part} aria-label={t("firstRows")}>
      <h2>{t("firstRows")}</h2>
      {[...shown].map(([sheet, its]) => (
        <SheetRows key={sheet} sheet={sheet} rows={its} problems={problems} />
      ))}
      {!all && rows.length > shownFirst && (
        <p>
          <button type="button" className="link" onClick={() => setAll(true)}>
            {t("showAll", { count: rows.length })}
          </button>
        </p>
      )}
    </section>
  );
}

/** The rows of one sheet under their headings; a column in which nothing stands is left out. */
function SheetRows({ sheet, rows, problems }: { sheet: string } & Pick<Preview, "rows" | "problems">) {
  const t = useTexts(importTexts);
  const judged = rows.map((row) => ({
    row,
    cells: new Map(shownCells(row, problems).map((cell) => [cell.heading, cell])),
  }));
  const used = new Set(judged.flatMap(({ cells }) => [...cells.keys()]));
  const headings = (rows[0]?.cells ?? []).map(({ heading }) => heading).filter((heading) => used.has(heading));
  return (
    <section className={styles.scroll} aria-label={t("rowsOf", { sheet })} {...scrolledByKeys}>
      <table className={`table ${styles.rows}`}>
        <thead>
          <tr>
            <th>{sheet}</th>
            {headings.map((heading) => (
              <th key={heading}>{heading}</th>
            ))}
            <td className={styles.rest} />
          </tr>
        </thead>
        <tbody>
          {judged.map(({ row, cells }) => (
            <tr key={row.row}>
              <td>
                <span className={styles.head}>
                  <span className="note">{row.row}</span>
                  <Tag {...looks[row.outcome]}>{t(row.outcome)}</Tag>
                </span>
              </td>
              {headings.map((heading) => (
                <Cell key={heading} cell={cells.get(heading)} />
              ))}
              <td className={styles.rest} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell }: { cell: ShownCell | undefined }) {
  const t = useTexts(importTexts);
  if (!cell) return <td />;
  const { address, text, wrong } = cell;
  return (
    <td className={classes(wrong && styles.wrong)} title={text}>
      {wrong && <Shape name="diamond" />}
      {text === "" ? t("blank") : text}
      {wrong && <code>{address}</code>}
    </td>
  );
}
