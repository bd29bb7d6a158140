import { addDays, isWithin, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { currentOn } from "@dutyloop/domain/organization/reorganization/next-people.ts";
import type {
  AppointmentRow,
  CoverageRow,
  MembershipRow,
  OrganizationRow,
} from "@dutyloop/domain/organization/reorganization/reorganization-rows.ts";
import { sql } from "kysely";
import { holds } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { basesOf, type UnitRow, unitRows } from "../organization/index.ts";
import { groupStateOf } from "./group-state.ts";

export type BasisPerson = MembershipRow & {
  readonly personName: string;
  /** Unit that he counts in; null for one that nobody here answers for. */
  readonly unitId: string | null;
};
export type Basis = {
  /** With their names and parents of the day before. */
  readonly organizations: readonly OrganizationRow[];
  readonly people: readonly BasisPerson[];
  readonly appointments: readonly AppointmentRow[];
  readonly coverages: readonly CoverageRow[];
  readonly units: readonly UnitRow[];
};

/**
 * What a re-organisation of a subtree starts from: organisations that stood the day before and go on, whoever belongs to
 * them on its first day, and the units that they answer for. Throws `reorganization.too_large`.
 */
export async function basisOf(
  database: ReadDatabase,
  tenantId: number,
  topPath: string,
  on: PlainDate,
): Promise<Basis> {
  const eve = addDays(on, -1);
  const { state } = await groupStateOf(database, tenantId, topPath, eve);
  const places = new Map(currentOn(state.places, eve).map((place) => [place.organizationId, place]));
  const organizations = state.organizations.flatMap((row) => {
    const place = places.get(row.id);
    const goesOn = isWithin(eve, row.validFrom, row.validTo) && isWithin(on, row.validFrom, row.validTo);
    return place && goesOn ? [{ ...row, parentId: place.parentId, name: place.name, class: place.class }] : [];
  });
  const standing = new Set(organizations.map(({ id }) => id));
  const ofStanding = <T extends { organizationId: string; validFrom: PlainDate; validTo: PlainDate | null }>(
    rows: readonly T[],
  ) => currentOn(rows, on).filter(({ organizationId }) => standing.has(organizationId));
  const memberships = ofStanding(state.memberships);
  const units = await unitRows(database, tenantId, { subtrees: [topPath], exact: [] }, on);
  const bases = basesOf(units);
  const known = await workingPeople(
    database,
    tenantId,
    memberships.map(({ personId }) => personId),
    on,
  );
  return {
    organizations,
    people: memberships.map((row) => {
      const { name = "", unitId = null } = known.get(row.personId) ?? {};
      return { ...row, personName: name, unitId: unitId === null ? null : (bases.get(unitId) ?? null) };
    }),
    appointments: ofStanding(state.appointments),
    coverages: ofStanding(state.coverages),
    units,
  };
}

async function workingPeople(
  database: ReadDatabase,
  tenantId: number,
  ids: readonly string[],
  on: PlainDate,
): Promise<Map<string, { name: string; unitId: string | null }>> {
  const { rows } = await sql<{ id: string; name: string; unitId: string | null }>`
    SELECT p.id, p.name, e.unit_id AS "unitId" FROM person p
    LEFT JOIN employment e ON e.tenant_id = p.tenant_id AND e.person_id = p.id AND ${holds("e", on)}
    WHERE p.tenant_id = ${tenantId} AND p.id = ANY(${[...ids]}::uuid[])`.execute(database);
  return new Map(rows.map(({ id, name, unitId }) => [id, { name, unitId }]));
}
