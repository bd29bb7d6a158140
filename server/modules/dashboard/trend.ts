import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { addMonths, firstDayOf, lastDayOf, type Month, monthsFromTo } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../platform/access/place.ts";
import { monthlyScheme } from "../assessment/index.ts";
import type { View } from "./figures.ts";

type Trend = Answer<"getWorkbench">["trend"];
type Monthly = {
  period: Month;
  meetings_done: number;
  meetings_of: number;
  present: number;
  expected: number;
  mean: string | null;
};

/** Twelve months up to the one in view, in one query each for duties, attendance and means. */
export async function trend({ database, tenantId, path, period }: View): Promise<Trend> {
  const months = monthsFromTo(addMonths(period, -11), period);
  const [from, to] = [firstDayOf(months[0] as Month), lastDayOf(period)];
  const { rows } = await sql<Monthly>`
    WITH branch AS (
      SELECT id FROM organization WHERE tenant_id = ${tenantId} AND path >= ${path} AND path < ${afterSubtree(path)}
    ), duty AS (
      SELECT to_char(ob.due_on, 'YYYY-MM') AS period, count(*) FILTER (WHERE ob.state = 'discharged') AS done, count(*) AS of
      FROM branch b JOIN obligation ob ON ob.tenant_id = ${tenantId} AND ob.organization_id = b.id
      WHERE ob.due_on >= ${from}::date AND ob.due_on <= ${to}::date AND ob.state <> 'waived' GROUP BY 1
    ), attended AS (
      SELECT to_char(r.occurred_on, 'YYYY-MM') AS period, sum(r.present) AS present, sum(r.expected) AS expected
      FROM branch b JOIN record r ON r.tenant_id = ${tenantId} AND r.organization_id = b.id
      WHERE r.occurred_on >= ${from}::date AND r.occurred_on <= ${to}::date GROUP BY 1
    ), scored AS (
      SELECT to_char(s.month, 'YYYY-MM') AS period, round(avg(s.total), 2)::text AS mean
      FROM branch b JOIN score_sheet s ON s.tenant_id = ${tenantId} AND s.organization_id = b.id AND s.scheme_code = ${monthlyScheme}
      WHERE s.month >= ${from}::date AND s.month <= ${to}::date GROUP BY 1
    )
    SELECT m.period, coalesce(duty.done, 0)::int AS meetings_done, coalesce(duty.of, 0)::int AS meetings_of,
      coalesce(attended.present, 0)::int AS present, coalesce(attended.expected, 0)::int AS expected, scored.mean
    FROM unnest(${months}::text[]) AS m(period)
    LEFT JOIN duty USING (period) LEFT JOIN attended USING (period) LEFT JOIN scored USING (period) ORDER BY m.period`.execute(
    database,
  );
  return rows.map((row) => ({
    period: row.period,
    meetings: { done: row.meetings_done, of: row.meetings_of },
    attendance: { done: row.present, of: row.expected },
    meanTotal: row.mean,
  }));
}
