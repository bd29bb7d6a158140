import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { burdenTable } from "@dutyloop/contract/lists/burden.ts";
import { perBranchAndMonth, shareFilled } from "@dutyloop/contract/lists/burden-figures.ts";
import { choicesOf, columnsOf } from "@dutyloop/contract/lists/list.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ask } from "../../../app/api/queries.ts";
import { wordMonth } from "../../../app/frame/months.ts";
import { also, without } from "../../../app/frame/search.ts";
import { useView } from "../../../app/frame/view.ts";
import { useLanguage, useWords } from "../../../app/language/language.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { ListTools } from "../../../app/lists/ListTools.tsx";
import { useLook } from "../../../app/lists/use-look.ts";
import { useMay } from "../../../app/session/session.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { classes } from "../../../ui/classes.ts";
import { DeniedPage } from "../../../ui/DeniedPage.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Empty } from "../../../ui/States.tsx";
import { monthsOf } from "../matrix/MatrixTable.tsx";
import { burdenTexts } from "./texts.ts";

type Burden = Answer<"getBurden">;

/** The columns of figures in their order, with the two that stay on a phone. */
type Shown = { readonly keys: readonly string[]; readonly narrow: readonly string[] };

const usuallyNarrow = ["typed", "share"];
const noKeys = [] as const;

/** 减负: fields that branches typed month by month, and the share that the system filled in itself. */
export default function BurdenPage() {
  const t = useTexts(burdenTexts);
  const may = useMay();
  const { organizationId, period } = useView();
  const year = Number(period.slice(0, 4));
  const enabled = may("record.read") && organizationId !== null;
  const asked = { params: { organizationId: organizationId ?? "" }, query: { year } };
  const burden = useQuery({ ...ask("getBurden", asked), enabled });
  const look = useLook(burdenTable, noKeys);
  const kept = look.chosen.filter((key) => usuallyNarrow.includes(key));
  const shown = { keys: look.chosen, narrow: kept.length > 0 ? kept : look.chosen.slice(0, 2) };
  if (!enabled) return <DeniedPage />;
  const { data } = burden;
  return (
    <Page
      title={t("title")}
      about={data && t("about", { organization: data.organizationName, year: String(year), branches: data.branches })}
      action={
        may("plan.read") && (
          <Link to="/standards" search={without("which")} className={buttonClass("quiet")}>
            {t("costs")}
          </Link>
        )
      }
    >
      <Loaded query={burden} rows={12}>
        {(found) =>
          found.months.every(({ records }) => records === 0) ? (
            <Card>
              <Empty title={t("empty")} text={t("emptyText")} />
            </Card>
          ) : (
            <>
              <Card title={t("months")}>
                <ListTools name="getBurden" list={burdenTable} asked={asked} look={look} isEmpty={false} />
                <Months burden={found} shown={shown} />
              </Card>
              <Card title={t("organizations")} note={t("organizationsNote")}>
                <Organizations burden={found} shown={shown} />
                <p className="note">{t("note")}</p>
              </Card>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

type Props = { burden: Burden; shown: Shown };

function Months({ burden, shown }: Props) {
  const t = useTexts(burdenTexts);
  const language = useLanguage();
  return (
    <table className="table" aria-label={t("months")}>
      <FigureHeads first={t("month")} shown={shown} />
      <tbody>
        {monthsOf(burden.year).flatMap((month, index) => {
          const sums = burden.months[index];
          if (!sums || sums.records === 0) return [];
          return (
            <tr key={month}>
              <td className="nowrap">{wordMonth(language, month)}</td>
              <Figures of={sums} shown={shown} perBranch={perBranchAndMonth(sums.typed, burden.branches, 1)} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Organizations({ burden, shown }: Props) {
  const t = useTexts(burdenTexts);
  const busy = burden.months.filter(({ records }) => records > 0).length;
  return (
    <table className="table" aria-label={t("organizations")}>
      <FigureHeads first={t("organization")} shown={shown} />
      <tbody>
        {burden.rows
          .filter(({ own, records }) => !own || records > 0)
          .map((row) => (
            <tr key={`${row.organizationId} ${row.own}`}>
              <td>
                {row.own ? (
                  t("own", { name: row.organizationName })
                ) : (
                  <Link to="." search={also({ org: row.organizationId })} className="link">
                    {row.organizationName}
                  </Link>
                )}
              </td>
              <Figures
                of={row}
                shown={shown}
                perBranch={row.own ? "–" : perBranchAndMonth(row.typed, row.branches, busy)}
              />
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** The heads above `Figures`, as the workbook has them. */
function FigureHeads({ first, shown: { keys, narrow } }: { first: string; shown: Shown }) {
  const words = useWords();
  return (
    <thead>
      <tr>
        <th>{first}</th>
        {choicesOf(columnsOf(burdenTable, keys)).map(({ key, name }) => (
          <th key={key} className={classes("right", !narrow.includes(key) && "wide-only")}>
            {words(name)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** What was typed and filled in of a month or an organisation. */
function Figures({ of, shown, perBranch }: { of: Burden["months"][number]; shown: Shown; perBranch: ReactNode }) {
  const { records, typed, filled } = of;
  const cells: Record<string, ReactNode> = { records, typed, filled, share: shareFilled(of), perBranch };
  return shown.keys.map((key) => (
    <td key={key} className={classes("right", !shown.narrow.includes(key) && "wide-only")}>
      {cells[key]}
    </td>
  ));
}
