import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { DutyFigures } from "@dutyloop/domain/duties/matrix-things.ts";
import { Link } from "@tanstack/react-router";
import { wordMonth } from "../../../app/frame/months.ts";
import { also } from "../../../app/frame/search.ts";
import { useLanguage } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import styles from "./Matrix.module.css";
import { CellFigures } from "./MatrixCell.tsx";
import { matrixTexts } from "./texts.ts";

export type MatrixRow = Answer<"getDutyMatrix">["items"][number];
type Props = {
  year: number;
  totals: readonly DutyFigures[];
  rows: readonly MatrixRow[];
  elsewhere: readonly (DutyFigures | null)[] | null;
};

export function monthsOf(year: number): string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);
}

/** The matrix on a wide page; heads stay while it is scrolled either way. */
export function MatrixTable({ year, totals, rows, elsewhere }: Props) {
  const t = useTexts(matrixTexts);
  return (
    <section className={styles.scroll} aria-label={t("title")}>
      <table className={styles.matrix} data-paper="wide">
        <thead>
          <tr>
            <th scope="col">{t("organization")}</th>
            {monthsOf(year).map((month) => (
              <th key={month} scope="col">
                {t("month", { number: Number(month.slice(5)) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.organizationId} ${row.own}`} row={row} year={year} />
          ))}
          {elsewhere && (
            <tr>
              <th scope="row">{t("elsewhere")}</th>
              {elsewhere.map((figures, index) => (
                <td key={monthsOf(year)[index]}>{figures ? <CellFigures figures={figures} /> : <NotHere />}</td>
              ))}
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("total")}</th>
            {totals.map((figures, index) => (
              <td key={monthsOf(year)[index]}>
                <CellFigures figures={figures} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Row({ row, year }: { row: MatrixRow; year: number }) {
  const t = useTexts(matrixTexts);
  const language = useLanguage();
  const { organizationId, organizationName, own, hasChildren, months, leaders } = row;
  const name = own && hasChildren ? t("own", { name: organizationName }) : organizationName;
  return (
    <>
      <tr>
        <th scope="row">
          {own ? (
            name
          ) : (
            <Link to="." search={also({ org: organizationId })} className="link">
              {name}
            </Link>
          )}
        </th>
        {monthsOf(year).map((month, index) => {
          const figures = months[index] ?? null;
          if (figures === null) {
            return (
              <td key={month}>
                <NotHere />
              </td>
            );
          }
          const said = { name, month: wordMonth(language, month), ...figures };
          return (
            <td key={month}>
              <Link
                to="/duties"
                search={also({ org: organizationId, period: month, which: "all" })}
                title={t("cell", said)}
              >
                <span className="sr">
                  {name} {said.month}
                </span>
                <CellFigures figures={figures} />
              </Link>
            </td>
          );
        })}
      </tr>
      {leaders?.some(({ expected }) => expected > 0) && (
        <tr className={styles.leaders}>
          <th scope="row">
            {t("leaders")} <span className="note">{t("leadersNote")}</span>
          </th>
          {leaders.map((attendance, index) => (
            <td key={monthsOf(year)[index]}>{attendance.expected === 0 ? "–" : t("leadersCell", attendance)}</td>
          ))}
        </tr>
      )}
    </>
  );
}

function NotHere() {
  const t = useTexts(matrixTexts);
  return (
    <span className="faint">
      <span aria-hidden="true">–</span>
      <span className="sr">{t("notHere")}</span>
    </span>
  );
}
