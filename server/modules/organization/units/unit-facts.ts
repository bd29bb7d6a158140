import type { Scope } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { UnitFacts } from "@dutyloop/domain/organization/gaps/unit-facts.ts";
import { projectMonths } from "@dutyloop/domain/organization/kinds/binding-rules.ts";
import {
  type BranchKind,
  branchKinds,
  committeePosts,
  isBranchKind,
  type MemberState,
  type OrganizationKind,
  type Restriction,
} from "@dutyloop/domain/organization/things.ts";
import type { UnitKind } from "@dutyloop/domain/organization/unit-things.ts";
import { sql } from "kysely";
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
  readonly fullMembers: number;
  readonly probationaryMembers: number;
  readonly headId: string | null;
  readonly headState: MemberState | null;
  readonly leaderId: string | null;
  readonly committeeMembers: readonly { readonly personId: string; readonly groupId: string | null }[];
};

const standsAlone: readonly OrganizationKind[] = ["PARTY_GROUP", "COMMITTEE", "OFFICE_COMMITTEE", "GENERAL_BRANCH"];

/** The units whose place lies in the scope, in the order of the tree. One statement, whatever their number. */
export async function unitRows(
  database: ReadDatabase | Transaction,
  tenantId: number,
  scope: Scope,
  on: PlainDate,
): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    WITH RECURSIVE ${placedUnits(tenantId, on)}, shown AS MATERIALIZED (
      SELECT p.*,
        CASE WHEN p.nearest_kind = ANY(${[...branchKinds]}) THEN p.nearest_id WHEN p.nearest_kind = 'GROUP' THEN p.above_nearest_id END
          AS branch_id
      FROM placed p WHERE ${inScope("p.place", scope)}
    ), working AS (
      SELECT e.unit_id, count(*) FILTER (WHERE m.state IN ('FULL', 'CORRECTING'))::int AS full_members,
        count(*) FILTER (WHERE m.state = 'PROBATIONARY')::int AS probationary_members,
        (array_agg(e.person_id ORDER BY e.id) FILTER (WHERE e.leads_unit))[1] AS head_id,
        (array_agg(m.state ORDER BY e.id) FILTER (WHERE e.leads_unit))[1] AS head_state
      FROM shown s JOIN employment e ON e.tenant_id = ${tenantId} AND e.unit_id = s.id AND ${holds("e", on)}
      LEFT JOIN membership m ON m.tenant_id = e.tenant_id AND m.person_id = e.person_id AND ${holds("m", on)}
      GROUP BY e.unit_id
    ), serving AS (
      SELECT s.id AS unit_id, json_agg(DISTINCT jsonb_build_object('personId', a.person_id, 'groupId', m.group_id)) AS members
      FROM shown s JOIN employment e ON e.tenant_id = ${tenantId} AND e.unit_id = s.id AND ${holds("e", on)}
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
      s.branch_id AS "branchId", b.kind AS "branchKind", coalesce(w.full_members, 0) AS "fullMembers",
      coalesce(w.probationary_members, 0) AS "probationaryMembers", w.head_id AS "headId", w.head_state AS "headState",
      (SELECT a.person_id FROM appointment a WHERE a.tenant_id = ${tenantId} AND a.organization_id = s.own_id
        AND s.nearest_kind = 'GROUP' AND a.post = 'GROUP_LEADER' AND ${holds("a", on)} ORDER BY a.id LIMIT 1) AS "leaderId",
      coalesce(v.members, '[]') AS "committeeMembers"
    FROM shown s LEFT JOIN organization b ON b.tenant_id = ${tenantId} AND b.id = s.branch_id
    LEFT JOIN working w ON w.unit_id = s.id LEFT JOIN serving v ON v.unit_id = s.id
    ORDER BY s.path`.execute(database);
  return rows;
}

/** What the rules of gaps ask of these units; teams count in the unit that they belong to, unless a branch covers them themselves. */
export function unitFactsOf(rows: readonly UnitRow[]): UnitFacts[] {
  const bases = basesOf(rows);
  const counted = Map.groupBy(rows, ({ id }) => bases.get(id) ?? id);
  const departments = countBy(rows.filter(({ kind }) => kind === "DEPARTMENT"));
  const covered = countBy(rows.filter((row) => row.covered));
  const sum = (of: readonly UnitRow[], key: "fullMembers" | "probationaryMembers") =>
    of.reduce((all, row) => all + row[key], 0);
  return rows.map((row) => {
    const { id, kind, name, branchId, branchKind, superiorId, committeeMembers } = row;
    const people = kind === "TEAM" ? [row] : (counted.get(id) ?? [row]);
    return {
      id,
      kind,
      name,
      fullMembers: sum(people, "fullMembers"),
      probationaryMembers: sum(people, "probationaryMembers"),
      head: row.headId === null ? null : { personId: row.headId, state: row.headState },
      branch:
        branchId === null || branchKind === null
          ? null
          : {
              id: branchId,
              kind: branchKind,
              departments: departments.get(branchId) ?? 0,
              units: covered.get(branchId) ?? 0,
            },
      coveredBy: row.covered ? row.keeperKind : null,
      group: row.covered && row.keeperKind === "GROUP" ? { id: row.keeperId, leaderId: row.leaderId } : null,
      committeeMembers,
      superiorId,
      projectMonths: kind === "PROJECT" && row.validTo !== null ? projectMonths(row.validFrom, row.validTo) : null,
    };
  });
}

function countBy(rows: readonly UnitRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { branchId } of rows) if (branchId !== null) counts.set(branchId, (counts.get(branchId) ?? 0) + 1);
  return counts;
}

/** The unit that each one's people count in: a team's in what it belongs to; rows come with parents first. */
export function basesOf(rows: readonly UnitRow[]): Map<string, string> {
  const bases = new Map<string, string>();
  for (const { id, parentId, kind, covered, keeperKind } of rows) {
    const forItself = kind !== "TEAM" || (covered && keeperKind !== null && isBranchKind(keeperKind));
    bases.set(id, (forItself || parentId === null ? undefined : bases.get(parentId)) ?? id);
  }
  return bases;
}
