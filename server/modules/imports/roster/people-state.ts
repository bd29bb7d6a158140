import { neutralStates } from "@dutyloop/domain/organization/member-things.ts";
import { appointmentKey, type RosterAppointment } from "@dutyloop/domain/organization/roster/check-appointments.ts";
import type {
  RosterEmployment,
  RosterMembership,
  RosterPerson,
} from "@dutyloop/domain/organization/roster/roster-rows.ts";
import type { MemberState } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { inScope } from "../../../platform/access/place.ts";
import type { Reach } from "./reach.ts";

/** What the rows of a person are written with. */
export type PersonKeys = {
  readonly id: string;
  readonly membershipId: string;
  readonly employment: { readonly id: string; readonly unitId: string; readonly validTo: string | null } | null;
  readonly hasPrivateFields: boolean;
};
export type PeopleInReach = {
  readonly byNumber: Map<string, RosterPerson>;
  readonly byIdentity: Map<string, RosterPerson>;
  readonly takenNumbers: Set<string>;
  readonly takenIdentities: Set<string>;
  readonly keys: Map<RosterPerson, PersonKeys>;
};
type PersonRow = Omit<RosterPerson, "memberships" | "phone" | "employment"> & {
  readonly id: string;
  readonly phone: Buffer | null;
  readonly hasPrivateFields: boolean;
};
type MembershipRow = RosterMembership & { readonly id: string; readonly personId: string; readonly inside: boolean };
type EmploymentRow = RosterEmployment & {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly validTo: string | null;
};

/**
 * People with these numbers or identities; whoever belongs elsewhere is only known to be there.
 *
 * @param unitCodes of units in reach: an employment elsewhere doesn't name its unit
 */
export async function peopleInReach(
  reach: Reach,
  numbers: readonly string[],
  identities: readonly string[],
  unitCodes: ReadonlySet<string>,
): Promise<PeopleInReach> {
  const people = await peopleNamed(reach, numbers, identities);
  const ids = people.map(({ id }) => id);
  const memberships = await membershipsOf(reach, ids);
  const employments = await employmentsOf(reach, ids);
  const found: PeopleInReach = {
    byNumber: new Map(),
    byIdentity: new Map(),
    takenNumbers: new Set(),
    takenIdentities: new Set(),
    keys: new Map(),
  };
  for (const { id, phone, hasPrivateFields, ...plain } of people) {
    const all = memberships.get(id) ?? [];
    const [current] = all;
    if (!current?.inside) {
      if (plain.number !== null) found.takenNumbers.add(plain.number);
      if (plain.identity !== null) found.takenIdentities.add(plain.identity);
      continue;
    }
    const work = employments.get(id) ?? null;
    const person: RosterPerson = {
      ...plain,
      phone:
        phone === null ? null : reach.fields.decrypt(phone, { tenantId: reach.tenantId, ownerId: id, column: "phone" }),
      memberships: all.filter(({ inside }) => inside).map(membershipIn),
      employment: work && employmentIn(work, unitCodes),
    };
    const employment = work && { id: work.id, unitId: work.unitId, validTo: work.validTo };
    found.keys.set(person, { id, membershipId: current.id, employment, hasPrivateFields });
    if (plain.number !== null) found.byNumber.set(plain.number, person);
    if (plain.identity !== null) found.byIdentity.set(plain.identity, person);
  }
  return found;
}

function membershipIn({ branchCode, groupCode, state, validFrom, validTo }: MembershipRow): RosterMembership {
  return { branchCode, groupCode, state, validFrom, validTo };
}

function employmentIn(row: EmploymentRow, unitCodes: ReadonlySet<string>): RosterEmployment {
  const { unitCode, position, leads, validFrom } = row;
  return { unitCode: unitCode !== null && unitCodes.has(unitCode) ? unitCode : null, position, leads, validFrom };
}

async function peopleNamed(
  { database, tenantId }: Reach,
  numbers: readonly string[],
  identities: readonly string[],
): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    SELECT p.id, p.number, p.name, p.sex, p.born_on AS "bornOn", p.joined_on AS "joinedOn",
      p.standing_from AS "standingFrom", encode(v.identity_index, 'hex') AS identity, v.phone,
      v.person_id IS NOT NULL AS "hasPrivateFields"
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
    SELECT m.id, m.person_id AS "personId", o.code AS "branchCode", g.code AS "groupCode", m.state,
      m.valid_from AS "validFrom", m.valid_to AS "validTo", ${inScope("o.path", reach.scope)} AS inside
    FROM membership m JOIN organization o ON o.tenant_id = m.tenant_id AND o.id = m.organization_id
    LEFT JOIN organization g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
    WHERE m.tenant_id = ${reach.tenantId} AND m.person_id = ANY(${[...ids]}::uuid[])
    ORDER BY m.person_id, (m.valid_from <= ${reach.today} AND coalesce(m.valid_to >= ${reach.today}, true)) DESC,
      m.valid_from DESC`.execute(reach.database);
  const shown = reach.dispositions ? rows : rows.map((row) => ({ ...row, state: readAs(row.state) }));
  return Map.groupBy(shown, ({ personId }) => personId);
}

/** Whoever may not know of a disposition reads and writes what it reads as (MEM-12); all who are gone read alike. */
function readAs(state: MemberState): MemberState {
  const shown = neutralStates[state];
  return shown === "LEFT" ? "TRANSFERRED_OUT" : (shown ?? state);
}

/** The newest employment of each that hasn't ended by the day from which a roster changes things. */
async function employmentsOf(reach: Reach, ids: readonly string[]): Promise<Map<string, EmploymentRow>> {
  const { rows } = await sql<EmploymentRow>`
    SELECT DISTINCT ON (e.person_id) e.id, e.person_id AS "personId", e.unit_id AS "unitId", u.code AS "unitCode",
      e.position, e.leads_unit::text AS leads, e.valid_from AS "validFrom", e.valid_to AS "validTo"
    FROM employment e JOIN unit u ON u.tenant_id = e.tenant_id AND u.id = e.unit_id
    WHERE e.tenant_id = ${reach.tenantId} AND e.person_id = ANY(${[...ids]}::uuid[])
      AND coalesce(e.valid_to >= ${reach.effectiveOn}, true)
    ORDER BY e.person_id, e.valid_from DESC`.execute(reach.database);
  return new Map(rows.map((row) => [row.personId, row]));
}

export type AppointmentsInReach = {
  /** By `appointmentKey`. */
  readonly known: Map<string, RosterAppointment>;
  readonly ids: Map<RosterAppointment, string>;
};

/** Appointments of these people in organisations in reach. */
export async function appointmentsInReach(reach: Reach, numbers: readonly string[]): Promise<AppointmentsInReach> {
  const { rows } = await sql<{
    id: string;
    number: string;
    code: string;
    post: string;
    validFrom: string;
    validTo: string | null;
    fullTime: "true" | "false";
  }>`
    SELECT a.id, p.number, o.code, a.post, a.valid_from AS "validFrom", a.valid_to AS "validTo",
      a.full_time::text AS "fullTime"
    FROM person p JOIN appointment a ON a.tenant_id = p.tenant_id AND a.person_id = p.id
    JOIN organization o ON o.tenant_id = a.tenant_id AND o.id = a.organization_id
    WHERE p.tenant_id = ${reach.tenantId} AND p.number = ANY(${[...numbers]}::text[])
      AND ${inScope("o.path", reach.scope)} ORDER BY a.valid_from, a.id`.execute(reach.database);
  const known = new Map<string, RosterAppointment>();
  const ids = new Map<RosterAppointment, string>();
  for (const { id, number, code, post, validFrom, validTo, fullTime } of rows) {
    const appointment = { validTo, fullTime };
    known.set(appointmentKey(number, code, post, validFrom), appointment);
    ids.set(appointment, id);
  }
  return { known, ids };
}
