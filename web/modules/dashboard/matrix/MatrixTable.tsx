import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { dutyMatrixTable, matrixMonths } from "@dutyloop/contract/lists/duty-matrix.ts";
import { kindWords } from "@dutyloop/contract/messages/organization-words.ts";
import type { DutyFigures } from "@dutyloop/domain/duties/matrix-things.ts";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { wordMonth } from "../../../app/frame/months.ts";
import { also } from "../../../app/frame/search.ts";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Tick, TickAll } from "../../../ui/Tick.tsx";
import type { Selection } from "../../../ui/table.ts";
import styles from "./Matrix.module.css";
import { CellFigures } from "./MatrixCell.tsx";
import { matrixTexts } from "./texts.ts";

export type MatrixRow = Answer<"getDutyMatrix">["items"][number];
type Ticks = Omit<Selection<MatrixRow>, "nameOf"> & { readonly fits: (row: MatrixRow) => boolean };
type Props = {
  year: number;
  totals: readonly DutyFigures[];
  rows: readonly MatrixRow[];
  elsewhere: readonly (DutyFigures | null)[] | null;
  /** What stands beside the names, in this order: the kind of organisation and months. */
  shown: readonly string[];
  /** Where rows can be chosen. */
  ticks?: Ticks | undefined;
};

export function monthsOf(year: number): string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);
}

/** The matrix on a wide page; heads stay while it is scrolled either way. */
export function MatrixTable({ year, totals, rows, elsewhere, shown, ticks }: Props) {
  const t = useTexts(matrixTexts);
  const words = useWords();
  const kind = dutyMatrixTable.columns.find(({ key }) => key === "kind");
  const ids = ticks ? rows.filter(ticks.fits).map(({ organizationId }) => organizationId) : [];
  return (
    <section className={styles.scroll} aria-label={t("title")}>
      <table className={styles.matrix} data-paper="wide">
        <thead>
          <tr>
            <th scope="col">
              {ids.length > 0 && ticks && <TickAll ids={ids} {...ticks} />}
              {t("organization")}
            </th>
            {shown.map((key) => (
              <th key={key} scope="col">
                {key === "kind" ? kind && words(kind.name) : t("month", { number: matrixMonths.indexOf(key) + 1 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.organizationId} ${row.own}`} row={row} year={year} shown={shown} ticks={ticks} />
          ))}
          {elsewhere && (
            <tr>
              <th scope="row">{t("elsewhere")}</th>
              <Months shown={shown} cell={(index) => <Plain figures={elsewhere[index]} />} />
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("total")}</th>
            <Months shown={shown} cell={(index) => <Plain figures={totals[index]} />} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** A row's cells beside its name; `cell` makes that of a month. */
function Months({
  shown,
  kind,
  cell,
}: {
  shown: readonly string[];
  kind?: string;
  cell: (index: number) => ReactNode;
}) {
  return shown.map((key) => <td key={key}>{key === "kind" ? kind : cell(matrixMonths.indexOf(key))}</td>);
}

function Row({ row, year, shown, ticks }: { row: MatrixRow; year: number } & Pick<Props, "shown" | "ticks">) {
  const t = useTexts(matrixTexts);
  const language = useLanguage();
  const { organizationId, organizationName, own, hasChildren, months, leaders } = row;
  const name = own && hasChildren ? t("own", { name: organizationName }) : organizationName;
  const monthOf = (index: number) => {
    const figures = months[index];
    const month = monthsOf(year)[index];
    if (!figures || month === undefined) return <NotHere />;
    const said = { name, month: wordMonth(language, month), ...figures };
    return (
      <Link to="/duties" search={also({ org: organizationId, period: month, which: "all" })} title={t("cell", said)}>
        <span className="sr">
          {name} {said.month}
        </span>
        <CellFigures figures={figures} />
      </Link>
    );
  };
  const leadersOf = (index: number) => {
    const attendance = leaders?.[index];
    return !attendance || attendance.expected === 0 ? "–" : t("leadersCell", attendance);
  };
  return (
    <>
      <tr>
        <th scope="row">
          {ticks?.fits(row) && <Tick id={organizationId} name={name} {...ticks} />}
          {own ? (
            name
          ) : (
            <Link to="." search={also({ org: organizationId })} className="link">
              {name}
            </Link>
          )}
        </th>
        <Months shown={shown} kind={kindWords[language][row.kind]} cell={monthOf} />
      </tr>
      {leaders?.some(({ expected }) => expected > 0) && (
        <tr className={styles.leaders}>
          <th scope="row">
            {t("leaders")} <span className="note">{t("leadersNote")}</span>
          </th>
          <Months shown={shown} cell={leadersOf} />
        </tr>
      )}
    </>
  );
}

function Plain({ figures }: { figures: DutyFigures | null | undefined }) {
  return figures ? <CellFigures figures={figures} /> : <NotHere />;
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
