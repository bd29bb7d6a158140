import { covers } from "@dutyloop/domain/identity/access-policy.ts";
import type { RosterCoverage } from "@dutyloop/domain/organization/roster/check-coverage.ts";
import type { RosterOrganization, RosterUnit } from "@dutyloop/domain/organization/roster/roster-rows.ts";
import { sql } from "kysely";
import { inScope } from "../../../platform/access/place.ts";
import type { Reach } from "./reach.ts";

/** What the rows of organisations and units are written with. */
export type Placed = { readonly id: string; readonly path: string; readonly restriction: string | null };
export type OrganizationsInReach = {
  readonly known: Map<string, RosterOrganization>;
  readonly places: Map<string, Placed>;
};

/** All organisations in reach; a superior outside it isn't named. */
export async function organizationsInReach(reach: Reach): Promise<OrganizationsInReach> {
  const { rows } = await sql<RosterOrganization & Placed>`
    SELECT o.id, o.path, o.restriction, o.code, o.name, o.kind, o.class, o.valid_from AS "validFrom",
      o.valid_to AS "validTo", o.bound_to AS "boundTo", o.bound_until AS "boundUntil", o.approval, p."namedFrom",
      CASE WHEN ${inScope("u.path", reach.scope)} THEN u.code END AS "parentCode"
    FROM organization o LEFT JOIN organization u ON u.tenant_id = o.tenant_id AND u.id = o.parent_id
    JOIN (SELECT organization_id, max(valid_from) AS "namedFrom" FROM organization_place
      WHERE tenant_id = ${reach.tenantId} GROUP BY organization_id) p ON p.organization_id = o.id
    WHERE o.tenant_id = ${reach.tenantId} AND ${inScope("o.path", reach.scope)} ORDER BY o.path`.execute(
    reach.database,
  );
  return {
    known: new Map(rows.map(({ id: _id, path: _path, restriction: _restriction, ...known }) => [known.code, known])),
    places: new Map(rows.map(({ code, id, path, restriction }) => [code, { id, path, restriction }])),
  };
}

/** Those of the codes that organisations outside the reach hold. */
export async function codesElsewhere(reach: Reach, codes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`
    SELECT code FROM organization WHERE tenant_id = ${reach.tenantId} AND code = ANY(${[...codes]}::text[])
      AND NOT ${inScope("path", reach.scope)}`.execute(reach.database);
  return new Set(rows.map(({ code }) => code));
}

export type UnitsInReach = {
  readonly known: Map<string, RosterUnit>;
  readonly places: Map<string, Placed>;
  /** Codes of units elsewhere. */
  readonly taken: Set<string>;
  /** All coverage of the units in reach, by the unit's code. */
  readonly coverage: Map<string, RosterCoverage[]>;
  readonly coverageIds: Map<RosterCoverage, string>;
};
type UnitRow = RosterUnit & Placed & { readonly parentId: string | null; readonly coveredBy: string | null };

/**
 * Units in reach. A unit belongs to the organisation that covers it today, else to the one that covers the nearest unit
 * above it, else to the top of the group.
 */
export async function unitsInReach(reach: Reach): Promise<UnitsInReach> {
  const { rows } = await sql<UnitRow>`
    SELECT u.id, u.path, u.restriction, u.code, u.name, u.kind, u.region, u.valid_from AS "validFrom",
      u.valid_to AS "validTo", u.parent_id AS "parentId", o.path AS "coveredBy", upper.code AS "parentCode"
    FROM unit u LEFT JOIN unit upper ON upper.tenant_id = u.tenant_id AND upper.id = u.parent_id
    LEFT JOIN coverage c ON c.tenant_id = u.tenant_id AND c.unit_id = u.id AND c.valid_from <= ${reach.today}
      AND coalesce(c.valid_to >= ${reach.today}, true)
    LEFT JOIN organization o ON o.tenant_id = c.tenant_id AND o.id = c.organization_id
    WHERE u.tenant_id = ${reach.tenantId} ORDER BY u.path`.execute(reach.database);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const inside = new Map<string, boolean>();
  const isInside = (row: UnitRow): boolean => {
    const known = inside.get(row.id);
    if (known !== undefined) return known;
    const upper = row.parentId === null ? undefined : byId.get(row.parentId);
    const found = row.coveredBy === null ? (upper ? isInside(upper) : reach.atTop) : covers(reach.scope, row.coveredBy);
    inside.set(row.id, found);
    return found;
  };
  const mine = rows.filter(isInside);
  const known = mine.map(({ id: _id, path: _path, parentId, coveredBy: _covered, ...unit }): [string, RosterUnit] => {
    const parentCode = parentId !== null && inside.get(parentId) ? unit.parentCode : null;
    return [unit.code, { ...unit, parentCode }];
  });
  return {
    known: new Map(known),
    places: new Map(mine.map(({ code, id, path, restriction }) => [code, { id, path, restriction }])),
    taken: new Set(rows.filter((row) => !inside.get(row.id)).map(({ code }) => code)),
    ...(await coverageOf(
      reach,
      mine.map(({ id }) => id),
    )),
  };
}

async function coverageOf(reach: Reach, unitIds: readonly string[]) {
  const { rows } = await sql<RosterCoverage & { id: string }>`
    SELECT c.id, u.code AS unit, CASE WHEN ${inScope("o.path", reach.scope)} THEN o.code END AS organization,
      c.valid_from AS "validFrom", c.valid_to AS "validTo"
    FROM coverage c JOIN unit u ON u.tenant_id = c.tenant_id AND u.id = c.unit_id
    JOIN organization o ON o.tenant_id = c.tenant_id AND o.id = c.organization_id
    WHERE c.tenant_id = ${reach.tenantId} AND c.unit_id = ANY(${[...unitIds]}::uuid[])
    ORDER BY u.code, c.valid_from`.execute(reach.database);
  const coverageIds = new Map(rows.map(({ id, ...coverage }) => [coverage as RosterCoverage, id]));
  return { coverage: Map.groupBy(coverageIds.keys(), ({ unit }) => unit), coverageIds };
}
