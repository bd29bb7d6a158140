import {
  dutyFigureNames,
  dutyFiguresTable,
  figureKeys,
  furthestBehind,
} from "@dutyloop/contract/lists/duty-figures.ts";
import type { DutyFigures } from "@dutyloop/domain/duties/matrix-things.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ask } from "../../app/api/queries.ts";
import { wordMonth } from "../../app/frame/months.ts";
import { also, without } from "../../app/frame/search.ts";
import { useLanguage, useWords } from "../../app/language/language.ts";
import { useTexts } from "../../app/language/texts.ts";
import { ExportButton } from "../../app/lists/ExportButton.tsx";
import { Card } from "../../ui/Card.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Empty } from "../../ui/States.tsx";
import { matrixTexts } from "./matrix/texts.ts";

/** 应开、已开、逾期、补录 of the month, of the organisation in view and each child: the way down to the branch. */
export function DutyLevels({ organizationId, period }: { organizationId: string; period: string }) {
  const t = useTexts(matrixTexts);
  const language = useLanguage();
  const words = useWords();
  const asked = { params: { organizationId }, query: { period } };
  const figures = useQuery(ask("getDutyFigures", asked));
  return (
    <Card
      title={t("figures")}
      note={`${wordMonth(language, period)} · ${t("figuresNote")}`}
      action={
        <>
          <Link to="/duties/matrix" search={without("which")} className="link">
            {t("toMatrix")}
          </Link>
          <ExportButton name="getDutyFigures" list={dutyFiguresTable} asked={asked} />
        </>
      }
    >
      <Loaded query={figures} rows={5}>
        {({ rows, total, elsewhere }) => {
          if (total.owed + total.late === 0) return <Empty title={t("empty")} text={t("emptyText")} />;
          const sorted = furthestBehind(rows);
          // The others stand together below, so that the lines add up.
          const [shown, others] = [sorted.slice(0, mostShown), sorted.slice(mostShown)];
          return (
            <table className="table" aria-label={t("figures")}>
              <thead>
                <tr>
                  <th>{t("organization")}</th>
                  {figureKeys.map((key) => (
                    <th key={key} className="right">
                      {words(dutyFigureNames[key])}
                    </th>
                  ))}
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

function plus(a: DutyFigures, b: DutyFigures): DutyFigures {
  return { owed: a.owed + b.owed, done: a.done + b.done, overdue: a.overdue + b.overdue, late: a.late + b.late };
}

function Level({ name, figures }: { name: ReactNode; figures: DutyFigures }) {
  return (
    <tr>
      <td>{name}</td>
      {figureKeys.map((key) => (
        <td key={key} className="right">
          {figures[key]}
        </td>
      ))}
    </tr>
  );
}
