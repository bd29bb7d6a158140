import type { Scope } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import {
  type BranchKind,
  branchKinds,
  committeePosts,
  type MemberState,
  type OrganizationKind,
  type Restriction,
} from "@dutyloop/domain/organization/things.ts";
import type { UnitKind } from "@dutyloop/domain/organization/unit-things.ts";
import { type RawBuilder, sql } from "kysely";
import { inScope } from "../../../platform/access/place.ts";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";
import { holds, placedUnits } from "./unit-places.ts";

/** A unit on a day with who answers for it, who works in it and what the rules of gaps ask. */
export type UnitRow = {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly code: string;
  readonly name: string;
  readonly region: string | null;
  readonly restriction: Restriction | null;
  readonly path: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly keeperId: string;
  readonly keeperName: string;
  readonly keeperKind: OrganizationKind | null;
  readonly covered: boolean;
  readonly coveredFrom: PlainDate | null;
  readonly superiorId: string | null;
  readonly branchId: string | null;
  readonly branchKind: BranchKind | null;
  /** Departments and covered units that this branch answers for in the scope. */
  readonly branchDepartments: number;
  readonly branchUnits: number;
  /** Whether units of the scope stand directly below it. */
  readonly hasChildren: boolean;
  readonly fullMembers: number;
  readonly probationaryMembers: number;
  readonly headId: string | null;
  readonly headState: MemberState | null;
  readonly leaderId: string | null;
  readonly committeeMembers: readonly { readonly personId: string; readonly groupId: string | null }[];
};

const standsAlone: readonly OrganizationKind[] = ["PARTY_GROUP", "COMMITTEE", "OFFICE_COMMITTEE", "GENERAL_BRANCH"];

/** A part of the units in the order of their paths; `which` is a condition over the rows `s` of `shown`, all units of the scope. */
export type UnitPage = {
  readonly which: RawBuilder<boolean>;
  readonly after: string | undefined;
  readonly limit: number;
};

/** The units whose place lies in the scope, in the order of the tree. One statement, whatever their number. */
export async function unitRows(
  database: ReadDatabase | Transaction,
  tenantId: number,
  scope: Scope,
  on: PlainDate,
): Promise<UnitRow[]> {
  const { rows } = await readUnits<UnitRow>(
    database,
    tenantId,
    scope,
    on,
    sql`wanted AS (SELECT s.*, true AS listed FROM shown s)`,
  );
  return rows;
}

/** A page of them, and beside it the teams that count in its units (`listed` is false); nothing else is looked at closely. */
export async function unitPage(
  database: ReadDatabase,
  tenantId: number,
  scope: Scope,
  on: PlainDate,
  { which, after, limit }: UnitPage,
): Promise<(UnitRow & { readonly listed: boolean })[]> {
  const wanted = sql`page AS MATERIALIZED (
      SELECT s.* FROM shown s WHERE ${which} AND s.path > ${after ?? ""} ORDER BY s.path LIMIT ${limit}
    ), counting AS (
      SELECT * FROM page
      UNION
      SELECT t.* FROM counting c JOIN shown t ON t.parent_id = c.id AND t.kind = 'TEAM'
    ), wanted AS (
      SELECT c.*, EXISTS (SELECT 1 FROM page WHERE page.id = c.id) AS listed FROM counting c
    )`;
  const { rows } = await readUnits<UnitRow & { listed: boolean }>(database, tenantId, scope, on, wanted);
  return rows;
}

/** Reads the units of the table `wanted`, which is made of `shown`: all units of the scope, each with the branch it belongs to. */
function readUnits<Row>(
  database: ReadDatabase | Transaction,
  tenantId: number,
  scope: Scope,
  on: PlainDate,
  wanted: RawBuilder<unknown>,
): Promise<{ rows: Row[] }> {
  return sql<Row>`
    WITH RECURSIVE ${placedUnits(tenantId, on)}, shown AS MATERIALIZED (
      SELECT p.*,
        CASE WHEN p.nearest_kind = ANY(${[...branchKinds]}) THEN p.nearest_id WHEN p.nearest_kind = 'GROUP' THEN p.above_nearest_id END
          AS branch_id
      FROM placed p WHERE ${inScope("p.place", scope)}
    ), counted AS (
      SELECT branch_id, (count(*) FILTER (WHERE kind = 'DEPARTMENT'))::int AS departments, count(own_id)::int AS units
      FROM shown WHERE branch_id IS NOT NULL GROUP BY branch_id
    ), ${wanted}, working AS (
      SELECT e.unit_id, count(*) FILTER (WHERE m.state IN ('FULL', 'CORRECTING'))::int AS full_members,
        count(*) FILTER (WHERE m.state = 'PROBATIONARY')::int AS probationary_members,
        (array_agg(e.person_id ORDER BY e.id) FILTER (WHERE e.leads_unit))[1] AS head_id,
        (array_agg(m.state ORDER BY e.id) FILTER (WHERE e.leads_unit))[1] AS head_state
      FROM wanted s JOIN employment e ON e.tenant_id = ${tenantId} AND e.unit_id = s.id AND ${holds("e", on)}
      LEFT JOIN membership m ON m.tenant_id = e.tenant_id AND m.person_id = e.person_id AND ${holds("m", on)}
      GROUP BY e.unit_id
    ), serving AS (
      SELECT s.id AS unit_id, json_agg(DISTINCT jsonb_build_object('personId', a.person_id, 'groupId', m.group_id)) AS members
      FROM wanted s JOIN employment e ON e.tenant_id = ${tenantId} AND e.unit_id = s.id AND ${holds("e", on)}
      JOIN appointment a ON a.tenant_id = e.tenant_id AND a.person_id = e.person_id AND a.organization_id = s.branch_id
        AND a.post = ANY(${[...committeePosts]}) AND ${holds("a", on)}
      JOIN membership m ON m.tenant_id = e.tenant_id AND m.person_id = e.person_id AND m.organization_id = s.branch_id AND ${holds("m", on)}
      WHERE s.kind = 'TEAM' GROUP BY s.id
    )
    SELECT s.id, s.parent_id AS "parentId", s.kind, s.code, s.name, s.region, s.restriction, s.path, s.valid_from AS "validFrom",
      s.valid_to AS "validTo", s.keeper_id AS "keeperId", s.keeper_name AS "keeperName", s.nearest_kind AS "keeperKind",
      s.own_id IS NOT NULL AS covered, s.covered_from AS "coveredFrom",
      CASE WHEN s.nearest_id IS NULL THEN s.top_id WHEN s.nearest_kind = ANY(${[...standsAlone]}) THEN s.nearest_id
        WHEN s.nearest_kind = 'GROUP' THEN b.parent_id ELSE s.above_nearest_id END AS "superiorId",
      s.branch_id AS "branchId", b.kind AS "branchKind", coalesce(n.departments, 0) AS "branchDepartments",
      coalesce(n.units, 0) AS "branchUnits", EXISTS (SELECT 1 FROM shown c WHERE c.parent_id = s.id) AS "hasChildren", s.listed, coalesce(w.full_members, 0) AS "fullMembers",
      coalesce(w.probationary_members, 0) AS "probationaryMembers", w.head_id AS "headId", w.head_state AS "headState",
      (SELECT a.person_id FROM appointment a WHERE a.tenant_id = ${tenantId} AND a.organization_id = s.own_id
        AND s.nearest_kind = 'GROUP' AND a.post = 'GROUP_LEADER' AND ${holds("a", on)} ORDER BY a.id LIMIT 1) AS "leaderId",
      coalesce(v.members, '[]') AS "committeeMembers"
    FROM wanted s LEFT JOIN organization b ON b.tenant_id = ${tenantId} AND b.id = s.branch_id
    LEFT JOIN counted n ON n.branch_id = s.branch_id
    LEFT JOIN working w ON w.unit_id = s.id LEFT JOIN serving v ON v.unit_id = s.id
    ORDER BY s.path`.execute(database);
}
