import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { Arithmetic, ScoreLine } from "@dutyloop/domain/assessment/things.ts";
import { firstDayOf, lastDayOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { compare, parse } from "@dutyloop/domain/kernel/rational.ts";
import { sql } from "kysely";
import type { BoardRow } from "../assessment/index.ts";
import { currentTemplates } from "../standards/index.ts";
import type { View } from "./figures.ts";

type Weak = Answer<"getWorkbench">["weakest"][number];
type Overdue = { organizationId: string; template: string; obligations: number; since: PlainDate };

const shown = 5;

/** The branches that are furthest from full marks, with what is missing; those that lost nothing don't appear. */
export async function weakest(view: View, rows: readonly BoardRow[]): Promise<Weak[]> {
  const behind = rows
    .filter((row) => row.total !== null && compare(parse(row.total), parse("100")) < 0)
    .sort(
      (a, b) =>
        compare(parse(a.total as string), parse(b.total as string)) || (a.organizationId < b.organizationId ? -1 : 1),
    )
    .slice(0, shown);
  const overdue = await overdueOf(
    view,
    behind.map((row) => row.organizationId),
  );
  const templates = await currentTemplates(view.database, view.tenantId);
  return behind.map((row) => ({
    organizationId: row.organizationId,
    organizationName: row.organizationName,
    total: row.total,
    reasons: [
      ...overdue
        .filter((late) => late.organizationId === row.organizationId)
        .map((late) => ({
          kind: "overdue" as const,
          templateName: templates.get(late.template)?.body.name ?? null,
          done: 0,
          of: late.obligations,
          since: late.since,
        })),
      ...lineReason(row.lines ?? [], "attendance", "attendance"),
      ...lineReason(row.lines ?? [], "record_standard", "standard"),
    ],
  }));
}

/** A ratio line that lost points, as the share it is made of. */
function lineReason(lines: readonly ScoreLine[], code: string, kind: "attendance" | "standard"): Weak["reasons"] {
  const line = lines.find((candidate) => candidate.code === code);
  const arithmetic: Arithmetic | undefined = line?.arithmetic;
  if (line?.points == null || arithmetic?.form !== "ratio" || compare(parse(line.points), parse(line.fullMarks)) >= 0)
    return [];
  return [
    { kind, templateName: null, done: Number(arithmetic.numerator), of: Number(arithmetic.denominator), since: null },
  ];
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
