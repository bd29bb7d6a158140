import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { firstDayOf, lastDayOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { type MonthFigures, weakestBelow } from "../assessment/index.ts";
import { currentTemplates } from "../standards/index.ts";
import type { View } from "./figures.ts";
import { type MetricSum, metricSums, shareOf } from "./metric-sums.ts";

type Weak = Answer<"getWorkbench">["weakest"][number];
type Overdue = { organizationId: string; template: string; obligations: number; since: PlainDate };

const shown = 5;
/** Lines whose loss can be said as a share of something counted, and the kind of fact it is counted in. */
const shares = [
  { line: "attendance", kind: "attendance", fact: "attendance" },
  { line: "record_standard", kind: "standard", fact: "record.standard" },
] as const;

/** The branches that are furthest behind, with what is missing; those that lost nothing don't appear. */
export async function weakest(view: View, figures: MonthFigures): Promise<Weak[]> {
  const { database, tenantId, period } = view;
  const behind = await weakestBelow(database, figures, shown);
  const ids = behind.map(({ organizationId }) => organizationId);
  const [overdue, sums, templates] = await Promise.all([
    overdueOf(view, ids),
    metricSums(database, tenantId, { of: "own", ids }, period, period),
    currentTemplates(database, tenantId),
  ]);
  return behind.map(({ organizationId, organizationName, total, lost }) => ({
    organizationId,
    organizationName,
    total,
    reasons: [
      ...overdue
        .filter((late) => late.organizationId === organizationId)
        .map((late) => ({
          kind: "overdue" as const,
          templateName: templates.get(late.template)?.body.name ?? null,
          done: 0,
          of: late.obligations,
          since: late.since,
        })),
      ...lostShares(
        lost,
        sums.filter((sum) => sum.organizationId === organizationId),
        view,
      ),
    ],
  }));
}

/** The lines that lost points, as the shares they are made of. */
function lostShares(lost: readonly string[], sums: readonly MetricSum[], { period }: View): Weak["reasons"] {
  return shares
    .filter(({ line }) => lost.includes(line))
    .map(({ kind, fact }) => ({ kind, templateName: null, ...shareOf(sums, period, fact), since: null }))
    .filter(({ of }) => of > 0);
}

async function overdueOf({ database, tenantId, period, today }: View, ids: readonly string[]): Promise<Overdue[]> {
  const { rows } = await sql<Overdue>`
    SELECT organization_id AS "organizationId", template_code AS template, count(*)::int AS obligations, min(due_on) AS since
    FROM obligation WHERE tenant_id = ${tenantId} AND organization_id = ANY(${[...ids]}::uuid[])
      AND state IN ('todo', 'in_progress', 'returned') AND coalesce(extended_to, due_on) < ${today}::date
      AND due_on >= ${firstDayOf(period)}::date AND due_on <= ${lastDayOf(period)}::date
    GROUP BY 1, 2 ORDER BY 4, 2`.execute(database);
  return rows;
}
