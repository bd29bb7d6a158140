import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { DutyFigures } from "@dutyloop/domain/duties/matrix-things.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ask } from "../../app/api/queries.ts";
import { wordMonth } from "../../app/frame/months.ts";
import { also, without } from "../../app/frame/search.ts";
import { useLanguage } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { Card } from "../../ui/Card.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Empty } from "../../ui/States.tsx";
import { matrixTexts } from "./matrix/texts.ts";

type Row = Answer<"getDutyFigures">["rows"][number];

/** 应开、已开、逾期、补录 of the month, of the organisation in view and each child: the way down to the branch. */
export function DutyLevels({ organizationId, period }: { organizationId: string; period: string }) {
  const t = useTexts(matrixTexts);
  const language = useLanguage();
  const figures = useQuery(ask("getDutyFigures", { params: { organizationId }, query: { period } }));
  return (
    <Card
      title={t("figures")}
      note={`${wordMonth(language, period)} · ${t("figuresNote")}`}
      action={
        <Link to="/duties/matrix" search={without("which")} className="link">
          {t("toMatrix")}
        </Link>
      }
    >
      <Loaded query={figures} rows={5}>
        {({ rows, total, elsewhere }) => {
          if (total.owed + total.late === 0) return <Empty title={t("empty")} text={t("emptyText")} />;
          const [shown, others] = furthestBehind(rows);
          return (
            <table className="table" aria-label={t("figures")}>
              <thead>
                <tr>
                  <th>{t("organization")}</th>
                  <th className="right">{t("owedHead")}</th>
                  <th className="right">{t("doneHead")}</th>
                  <th className="right">{t("overdueHead")}</th>
                  <th className="right">{t("lateHead")}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((row) => (
                  <Level
                    key={`${row.organizationId} ${row.own}`}
                    figures={row.figures}
                    name={
                      row.own ? (
                        t("own", { name: row.organizationName })
                      ) : (
                        <Link to="/" search={also({ org: row.organizationId })} className="link">
                          {row.organizationName}
                        </Link>
                      )
                    }
                  />
                ))}
                {others.length > 0 && (
                  <Level
                    name={t("others", { count: others.length })}
                    figures={others.map((row) => row.figures).reduce(plus)}
                  />
                )}
                {elsewhere && <Level name={t("elsewhere")} figures={elsewhere} />}
              </tbody>
              <tfoot>
                <Level name={<b>{t("total")}</b>} figures={total} />
              </tfoot>
            </table>
          );
        }}
      </Loaded>
    </Card>
  );
}

const mostShown = 10;

/** Who is furthest behind comes first; the others stand together below, so that the lines add up. */
function furthestBehind(rows: readonly Row[]): [Row[], Row[]] {
  const owing = rows.filter(({ own, figures: { owed, late } }) => !own || owed + late > 0);
  const open = ({ figures: { owed, done } }: Row) => owed - done;
  const sorted = owing.toSorted(
    (a, b) => Number(b.own) - Number(a.own) || b.figures.overdue - a.figures.overdue || open(b) - open(a),
  );
  return [sorted.slice(0, mostShown), sorted.slice(mostShown)];
}

function plus(a: DutyFigures, b: DutyFigures): DutyFigures {
  return { owed: a.owed + b.owed, done: a.done + b.done, overdue: a.overdue + b.overdue, late: a.late + b.late };
}

function Level({ name, figures }: { name: ReactNode; figures: DutyFigures }) {
  return (
    <tr>
      <td>{name}</td>
      <td className="right">{figures.owed}</td>
      <td className="right">{figures.done}</td>
      <td className="right">{figures.overdue}</td>
      <td className="right">{figures.late}</td>
    </tr>
  );
}
