import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { firstDayOf, lastDayOf, type Month, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { branchKinds } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";

type Workbench = Answer<"getWorkbench">;
export type View = {
  readonly database: ReadDatabase;
  readonly tenantId: number;
  readonly organizationId: string;
  readonly path: string;
  readonly period: Month;
  readonly today: PlainDate;
};

/** Rows `o` of organisations in the subtree. */
export const inside = ({ tenantId, path }: View) =>
  sql`o.tenant_id = ${tenantId} AND o.path >= ${path} AND o.path < ${afterSubtree(path)}`;

/** Branches and members of the subtree today. */
export async function size(view: View): Promise<{ branches: number; members: number; owing: number }> {
  const { rows } = await sql<{ branches: number; members: number; owing: number }>`
    WITH branch AS MATERIALIZED (
      SELECT o.id FROM organization o WHERE ${inside(view)} AND o.kind = ANY(${[...branchKinds]})
        AND o.valid_from <= ${view.today}::date AND (o.valid_to IS NULL OR o.valid_to >= ${view.today}::date)
    )
    SELECT (SELECT count(*) FROM branch)::int AS branches,
      (SELECT count(*) FROM branch b JOIN membership m ON m.tenant_id = ${view.tenantId} AND m.organization_id = b.id
        WHERE m.state IN ('FULL', 'PROBATIONARY', 'CORRECTING') AND m.valid_from <= ${view.today}::date
          AND (m.valid_to IS NULL OR m.valid_to >= ${view.today}::date))::int AS members,
      (SELECT count(DISTINCT ob.organization_id) FROM branch b JOIN obligation ob ON ob.tenant_id = ${view.tenantId}
        AND ob.organization_id = b.id WHERE ob.due_on >= ${firstDayOf(view.period)}::date
          AND ob.due_on <= ${lastDayOf(view.period)}::date)::int AS owing`.execute(view.database);
  return rows[0] ?? { branches: 0, members: 0, owing: 0 };
}

/** Duties due in the month and what of them was discharged; what is overdue up to today, from whichever month. */
export async function duties(view: View): Promise<Pick<Workbench["figures"], "meetings" | "overdue">> {
  const { rows } = await sql<{ of: number; done: number }>`
    SELECT count(*)::int AS of, count(*) FILTER (WHERE ob.state = 'discharged')::int AS done
    FROM organization o JOIN obligation ob ON ob.tenant_id = o.tenant_id AND ob.organization_id = o.id
    WHERE ${inside(view)} AND ob.state <> 'waived'
      AND ob.due_on >= ${firstDayOf(view.period)}::date AND ob.due_on <= ${lastDayOf(view.period)}::date`.execute(
    view.database,
  );
  const overdue = await sql<{ obligations: number; branches: number; longestDays: number }>`
    SELECT count(*)::int AS obligations, count(DISTINCT ob.organization_id)::int AS branches,
      coalesce(max(${view.today}::date - ob.due_on), 0)::int AS "longestDays"
    FROM organization o JOIN obligation ob ON ob.tenant_id = o.tenant_id AND ob.organization_id = o.id
    WHERE ${inside(view)} AND ob.state IN ('todo', 'in_progress', 'returned')
      AND coalesce(ob.extended_to, ob.due_on) < ${view.today}::date
      AND ob.due_on >= ${firstDayOf(view.period)}::date AND ob.due_on <= ${lastDayOf(view.period)}::date`.execute(
    view.database,
  );
  return {
    meetings: rows[0] ?? { of: 0, done: 0 },
    overdue: overdue.rows[0] ?? { obligations: 0, branches: 0, longestDays: 0 },
  };
}

type RecordFigures = { lateEntries: number; records: number; duties: number };

/** Late entries among the month's records, and how many duties these discharge. */
export async function records(view: View): Promise<Pick<Workbench["figures"], "lateEntries" | "recordedOnce">> {
  const { rows } = await sql<RecordFigures>`
    WITH done AS (
      SELECT r.late_entry,
        (SELECT count(*) FROM discharge d WHERE d.tenant_id = r.tenant_id AND d.record_id = r.id AND d.version = r.version) AS duties
      FROM organization o JOIN record r ON r.tenant_id = o.tenant_id AND r.organization_id = o.id
      WHERE ${inside(view)} AND r.state <> 'revoked' AND r.occurred_on >= ${firstDayOf(view.period)}::date AND r.occurred_on <= ${lastDayOf(view.period)}::date
    )
    SELECT count(*) FILTER (WHERE late_entry)::int AS "lateEntries", count(*) FILTER (WHERE duties > 0)::int AS records,
      coalesce(sum(duties), 0)::int AS duties
    FROM done`.execute(view.database);
  const found = rows[0] ?? { lateEntries: 0, records: 0, duties: 0 };
  return {
    lateEntries: found.lateEntries,
    recordedOnce: { records: found.records, duties: found.duties },
  };
}
