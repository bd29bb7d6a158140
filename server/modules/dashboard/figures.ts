import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { firstDayOf, type Month, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
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

/** What an organisation consists of today with all below it. */
export type TreeFigures = Pick<Workbench, "branches" | "members" | "shape"> & {
  readonly departments: number;
  readonly ownBranches: number;
};

const nobody: TreeFigures = {
  branches: 0,
  members: 0,
  departments: 0,
  ownBranches: 0,
  shape: { committees: 0, generalBranches: 0, groups: 0, leadingGroups: 0, units: 0, regions: 0, restrictedUnits: 0 },
};

export async function treeFigures({ database, tenantId, organizationId }: View): Promise<TreeFigures> {
  const { rows } = await sql<TreeFigures>`
    SELECT branches, members, departments, own_branches AS "ownBranches",
      json_build_object('committees', committees, 'generalBranches', general_branches, 'groups', groups,
        'leadingGroups', leading_groups, 'units', units, 'regions', regions, 'restrictedUnits', restricted_units) AS shape
    FROM tree_count WHERE tenant_id = ${tenantId} AND organization_id = ${organizationId}::uuid`.execute(database);
  return rows[0] ?? nobody;
}

export type MonthOfDuties = {
  readonly month: Month;
  readonly owed: number;
  readonly done: number;
  /** Branches that owe something. */
  readonly owing: number;
  readonly overdue: Workbench["figures"]["overdue"];
};

/** Duties of the subtree by the month they are due in, from one month to another, with what is overdue today. */
export async function dutiesByMonth(
  { database, tenantId, organizationId, today }: View,
  from: Month,
  to: Month,
): Promise<MonthOfDuties[]> {
  const passed = sql`FILTER (WHERE deadline < ${today}::date)`;
  const { rows } = await sql<MonthOfDuties>`
    SELECT to_char(month, 'YYYY-MM') AS month, sum(subtree_owed)::int AS owed, sum(subtree_done)::int AS done,
      sum(subtree_owing)::int AS owing, json_build_object('obligations', coalesce(sum(subtree_open) ${passed}, 0),
        'branches', coalesce(sum(subtree_behind) ${passed}, 0),
        'longestDays', coalesce(${today}::date - min(deadline) FILTER (WHERE deadline < ${today}::date AND subtree_open > 0), 0)) AS overdue
    FROM duty_rollup WHERE tenant_id = ${tenantId} AND organization_id = ${organizationId}::uuid
      AND month >= ${firstDayOf(from)}::date AND month <= ${firstDayOf(to)}::date
    GROUP BY 1`.execute(database);
  return rows;
}

type RecordFigures = Pick<Workbench["figures"], "lateEntries" | "recordedOnce">;

/** Records of the month at each of their hosts: those entered late, and how many duties they discharge. */
export async function recordFigures({ database, tenantId, organizationId, period }: View): Promise<RecordFigures> {
  const { rows } = await sql<RecordFigures>`
    SELECT subtree_late AS "lateEntries", json_build_object('records', subtree_serving, 'duties', subtree_served) AS "recordedOnce"
    FROM record_rollup WHERE tenant_id = ${tenantId} AND organization_id = ${organizationId}::uuid
      AND month = ${firstDayOf(period)}::date`.execute(database);
  return rows[0] ?? { lateEntries: 0, recordedOnce: { records: 0, duties: 0 } };
}
