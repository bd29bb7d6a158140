import { useState } from "react";
import { useTexts } from "../../app/language/texts.ts";
import { classes } from "../../ui/classes.ts";
import { Shape, type ShapeName } from "../../ui/Shape.tsx";
import { Tag, type Tone } from "../../ui/Tag.tsx";
import { type ShownCell, shownCells } from "./bad-cells.ts";
import styles from "./Imports.module.css";
import { importTexts } from "./texts.ts";
import type { Preview } from "./use-roster-import.ts";

type Outcome = Preview["rows"][number]["outcome"];

const looks: Record<Outcome, { tone: Tone; shape: ShapeName }> = {
  added: { tone: "good", shape: "tick" },
  changed: { tone: "neutral", shape: "up" },
  unchanged: { tone: "neutral", shape: "square" },
  wrong: { tone: "brand", shape: "diamond" },
};
const shownFirst = 10;

/** The first rows that are wrong or change something, as somebody wrote them, bad cells marked with their address. */
export function FirstRows({ rows, problems }: Pick<Preview, "rows" | "problems">) {
  const t = useTexts(importTexts);
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{t("firstRows")}</h3>
      <ul className={styles.rows} aria-label={t("firstRows")}>
        {rows.slice(0, all ? rows.length : shownFirst).map((row) => (
          <li key={`${row.sheet} ${row.row}`} className={styles.row}>
            <span className={styles.head}>
              <span className="note">{t("rowOf", { sheet: row.sheet, row: row.row })}</span>
              <Tag {...looks[row.outcome]}>{t(row.outcome)}</Tag>
            </span>
            <dl className={styles.cells}>
              {shownCells(row, problems).map((cell) => (
                <Cell key={cell.heading} cell={cell} />
              ))}
            </dl>
          </li>
        ))}
      </ul>
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

function Cell({ cell: { heading, address, text, wrong } }: { cell: ShownCell }) {
  const t = useTexts(importTexts);
  return (
    <div className={classes(styles.cell, wrong && styles.wrong)}>
      <dt>
        {heading}
        {wrong && (
          <>
            {" "}
            <code>{address}</code>
          </>
        )}
      </dt>
      <dd>
        {wrong && <Shape name="diamond" />}
        {text === "" ? t("blank") : text}
      </dd>
    </div>
  );
}
