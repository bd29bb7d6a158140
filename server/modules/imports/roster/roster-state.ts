import type { Scope } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { appointmentKey, type RosterAppointment } from "@dutyloop/domain/organization/roster/check-appointments.ts";
import type {
  RosterMembership,
  RosterOrganization,
  RosterPerson,
} from "@dutyloop/domain/organization/roster/roster-rows.ts";
import { sql } from "kysely";
import { inScope } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { FieldCipher } from "../../../platform/fields/field-cipher.ts";

/** Where a roster is taken: a part of the caller's scope. Nothing outside it is ever answered. */
export type Reach = {
  readonly database: ReadDatabase;
  readonly tenantId: number;
  readonly scope: Scope;
  readonly fields: FieldCipher;
  readonly today: PlainDate;
};

/** All organisations in reach; a superior outside it isn't named. */
export async function organizationsInReach(reach: Reach): Promise<Map<string, RosterOrganization>> {
  const { rows } = await sql<RosterOrganization>`
    SELECT o.code, o.name, o.kind, o.class, o.valid_from AS "validFrom", o.valid_to AS "validTo",
      CASE WHEN ${inScope("u.path", reach.scope)} THEN u.code END AS "parentCode"
    FROM organization o LEFT JOIN organization u ON u.tenant_id = o.tenant_id AND u.id = o.parent_id
    WHERE o.tenant_id = ${reach.tenantId} AND ${inScope("o.path", reach.scope)}`.execute(reach.database);
  return new Map(rows.map((row) => [row.code, row]));
}

/** Those of the codes that organisations outside the reach hold. */
export async function codesElsewhere(reach: Reach, codes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`
    SELECT code FROM organization WHERE tenant_id = ${reach.tenantId} AND code = ANY(${[...codes]}::text[])
      AND NOT ${inScope("path", reach.scope)}`.execute(reach.database);
  return new Set(rows.map(({ code }) => code));
}

export type PeopleInReach = {
  readonly byNumber: Map<string, RosterPerson>;
  readonly byIdentity: Map<string, RosterPerson>;
  readonly takenNumbers: Set<string>;
  readonly takenIdentities: Set<string>;
};
type PersonRow = Omit<RosterPerson, "memberships" | "phone"> & { id: string; phone: Buffer | null };
type MembershipRow = RosterMembership & { personId: string; inside: boolean };

/** People with these numbers or identities; whoever belongs elsewhere is only known to be there. */
export async function peopleInReach(
  reach: Reach,
  numbers: readonly string[],
  identities: readonly string[],
): Promise<PeopleInReach> {
  const people = await peopleNamed(reach, numbers, identities);
  const memberships = await membershipsOf(
    reach,
    people.map(({ id }) => id),
  );
  const found: PeopleInReach = {
    byNumber: new Map(),
    byIdentity: new Map(),
    takenNumbers: new Set(),
    takenIdentities: new Set(),
  };
  for (const row of people) {
    const all = memberships.get(row.id) ?? [];
    const { id: personId, phone, ...plain } = row;
    if (!all[0]?.inside) {
      if (row.number !== null) found.takenNumbers.add(row.number);
      if (row.identity !== null) found.takenIdentities.add(row.identity);
      continue;
    }
    const place = { tenantId: reach.tenantId, personId, column: "phone" };
    const person: RosterPerson = {
      ...plain,
      phone: phone === null ? null : reach.fields.decrypt(phone, place),
      memberships: all.filter(({ inside }) => inside),
    };
    if (row.number !== null) found.byNumber.set(row.number, person);
    if (row.identity !== null) found.byIdentity.set(row.identity, person);
  }
  return found;
}

async function peopleNamed(
  { database, tenantId }: Reach,
  numbers: readonly string[],
  identities: readonly string[],
): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    SELECT p.id, p.number, p.name, p.sex, p.born_on AS "bornOn", p.joined_on AS "joinedOn",
      p.standing_from AS "standingFrom", encode(v.identity_index, 'hex') AS identity, v.phone
    FROM person p LEFT JOIN person_private v ON v.tenant_id = p.tenant_id AND v.person_id = p.id
    WHERE p.tenant_id = ${tenantId} AND p.id IN (
      SELECT id FROM person WHERE tenant_id = ${tenantId} AND number = ANY(${[...numbers]}::text[])
      UNION SELECT person_id FROM person_private WHERE tenant_id = ${tenantId} AND identity_index IN
        (SELECT decode(given, 'hex') FROM unnest(${[...identities]}::text[]) AS given))`.execute(database);
  return rows;
}

/** Memberships of these people, first the one of today, then the newest. */
async function membershipsOf(reach: Reach, ids: readonly string[]): Promise<Map<string, MembershipRow[]>> {
  const { rows } = await sql<MembershipRow>`
    SELECT m.person_id AS "personId", o.code AS "branchCode", g.code AS "groupCode", m.state,
      m.valid_from AS "validFrom", m.valid_to AS "validTo", ${inScope("o.path", reach.scope)} AS inside
    FROM membership m JOIN organization o ON o.tenant_id = m.tenant_id AND o.id = m.organization_id
    LEFT JOIN organization g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
    WHERE m.tenant_id = ${reach.tenantId} AND m.person_id = ANY(${[...ids]}::uuid[])
    ORDER BY m.person_id, (m.valid_from <= ${reach.today} AND coalesce(m.valid_to >= ${reach.today}, true)) DESC,
      m.valid_from DESC`.execute(reach.database);
  return Map.groupBy(rows, ({ personId }) => personId);
}

/** Appointments of these people in organisations in reach, by `appointmentKey`. */
export async function appointmentsInReach(
  reach: Reach,
  numbers: readonly string[],
): Promise<Map<string, RosterAppointment>> {
  const { rows } = await sql<{
    number: string;
    code: string;
    post: string;
    validFrom: string;
    validTo: string | null;
    fullTime: boolean;
  }>`
    SELECT p.number, o.code, a.post, a.valid_from AS "validFrom", a.valid_to AS "validTo", a.full_time AS "fullTime"
    FROM person p JOIN appointment a ON a.tenant_id = p.tenant_id AND a.person_id = p.id
    JOIN organization o ON o.tenant_id = a.tenant_id AND o.id = a.organization_id
    WHERE p.tenant_id = ${reach.tenantId} AND p.number = ANY(${[...numbers]}::text[])
      AND ${inScope("o.path", reach.scope)}`.execute(reach.database);
  return new Map(
    rows.map(({ number, code, post, validFrom, validTo, fullTime }) => [
      appointmentKey(number, code, post, validFrom),
      { validTo, fullTime: fullTime ? "true" : "false" },
    ]),
  );
}
