import { type Span, spans } from "@dutyloop/domain/assessment/period-things.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { ask } from "../../../app/api/queries.ts";
import { isSpan } from "../../../app/frame/periods.ts";
import { also, without } from "../../../app/frame/search.ts";
import { useView } from "../../../app/frame/view.ts";
import { useTexts } from "../../../app/language/texts.ts";
import { Card } from "../../../ui/Card.tsx";
import { Loaded } from "../../../ui/Loaded.tsx";
import { Empty } from "../../../ui/States.tsx";
import { Choice } from "../../../ui/Tabs.tsx";
import { AssessmentPage } from "../AssessmentPage.tsx";
import { gated } from "../gated.tsx";
import { Adjustments } from "./Adjustments.tsx";
import styles from "./Periods.module.css";
import { PeriodTable } from "./PeriodTable.tsx";
import { Settlement } from "./Settlement.tsx";
import { periodTexts } from "./texts.ts";

const spanName = { month: "month", quarter: "quarter", half_year: "half_year", year: "wholeYear" } as const;

/** The periods of a year for those who open and close them: where each stands, and what holds it up. */
function PeriodsPage() {
  const t = useTexts(periodTexts);
  const navigate = useNavigate();
  const search = useSearch({ from: "__root__" });
  const { organizationId, period, thisMonth } = useView();
  const span: Span = isSpan(search.which) ? search.which : "month";
  const year = period.slice(0, 4);
  const thisYear = Number(thisMonth.slice(0, 4));
  const years = [...new Set([thisYear - 1, thisYear, Number(year)])].sort();
  const periods = useQuery(ask("listPeriods", { query: { year: Number(year), span } }));
  const settling = search.subject;
  return (
    <AssessmentPage title={t("title")} about={t("about")}>
      <div className={styles.filters}>
        <Choice
          label={t("year")}
          options={years.map((one) => ({ key: String(one), label: t("yearName", { year: one }) }))}
          value={year}
          onChange={(key) => void navigate({ to: ".", search: also({ period: `${key}-${period.slice(5)}` }) })}
        />
        <Choice
          label={t("span")}
          options={spans.map((key) => ({ key, label: t(spanName[key]) }))}
          value={span}
          onChange={(key) => void navigate({ to: ".", search: also({ which: key }) })}
        />
      </div>
      <Card>
        <Loaded query={periods} rows={8}>
          {({ items, today }) =>
            items.length === 0 ? (
              <Empty title={t("none")} text={t("noneText")} />
            ) : (
              <PeriodTable items={items} today={today} />
            )
          }
        </Loaded>
      </Card>
      <Adjustments organizationId={organizationId ?? ""} period={period} />
      {settling && (
        <Settlement period={settling} onClose={() => void navigate({ to: ".", search: without("subject", "tab") })} />
      )}
    </AssessmentPage>
  );
}

export default gated("periods", PeriodsPage);
