import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { exemptTags } from "@dutyloop/domain/organization/member-things.ts";
import type { OrganizationKind, RosterEntry } from "@dutyloop/domain/organization/things.ts";
import { committeePosts } from "@dutyloop/domain/organization/things.ts";
import { type RawBuilder, sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";

export type NamedRosterEntry = RosterEntry & { readonly name: string; readonly number: string | null };
type Row = NamedRosterEntry & { readonly organizationId: string; readonly day: PlainDate };

/** Organisations without members of their own: who meets there holds a post there and belongs to a branch below. */
const ledByAppointment: readonly OrganizationKind[] = [
  "PARTY_GROUP",
  "COMMITTEE",
  "OFFICE_COMMITTEE",
  "DISCIPLINE_COMMITTEE",
  "GENERAL_BRANCH",
  "LEADING_GROUP",
];

/**
 * The members of a branch on a day, or those who hold a post in a committee or leading group, with what decides who is
 * expected and who votes. Who is to correct something within a
 * term is expected and votes like any full member, and is one here: forms and records are read by everybody (MEM-12).
 */
export async function rosterOn(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  on: PlainDate,
): Promise<NamedRosterEntry[]> {
  const asked = sql`(SELECT ${organizationId}::uuid AS organization_id, ${on}::date AS day)`;
  const { rows } = await rosterQuery(tenantId, asked).execute(database);
  return rows.map(entryOf);
}

/** Branch and day of one roster among several, as the key of `rostersOn`. */
export const rosterKey = (organizationId: string, day: PlainDate) => `${organizationId} ${day}`;

/** The same for several branches and days at once, by `rosterKey`; who isn't named there has no members that day. */
export async function rostersOn(
  database: ReadDatabase,
  tenantId: number,
  asked: readonly { readonly organizationId: string; readonly day: PlainDate }[],
): Promise<Map<string, NamedRosterEntry[]>> {
  const ids = asked.map(({ organizationId }) => organizationId);
  const days = asked.map(({ day }) => day);
  const pairs = sql`(SELECT DISTINCT * FROM unnest(${ids}::uuid[], ${days}::date[]) AS d(organization_id, day))`;
  const { rows } = await rosterQuery(tenantId, pairs).execute(database);
  const rosters = new Map<string, NamedRosterEntry[]>();
  for (const row of rows) {
    const key = rosterKey(row.organizationId, row.day);
    const roster = rosters.get(key);
    if (roster) roster.push(entryOf(row));
    else rosters.set(key, [entryOf(row)]);
  }
  return rosters;
}

function rosterQuery(tenantId: number, asked: RawBuilder<unknown>): RawBuilder<Row> {
  const member = sql`p.id AS "personId", p.name, p.number,
      CASE m.state WHEN 'CORRECTING' THEN 'FULL' ELSE m.state END AS "memberState",
      p.exempt_from_attendance OR EXISTS (SELECT 1 FROM member_tag t WHERE t.tenant_id = m.tenant_id
        AND t.person_id = m.person_id AND t.tag = ANY(${[...exemptTags]})
        AND t.valid_from <= d.day AND (t.valid_to IS NULL OR t.valid_to >= d.day)) AS exempt,
      EXISTS (SELECT 1 FROM voter_exclusion x WHERE x.tenant_id = m.tenant_id AND x.person_id = m.person_id
        AND x.organization_id = m.organization_id AND x.valid_from <= d.day
        AND (x.valid_to IS NULL OR x.valid_to >= d.day)) AS "leftOutOfVoters",
      EXISTS (SELECT 1 FROM voting_impediment i WHERE i.tenant_id = m.tenant_id AND i.person_id = m.person_id
        AND i.valid_from <= d.day AND (i.valid_to IS NULL OR i.valid_to >= d.day)) AS impeded`;
  const thatDay = sql`m.valid_from <= d.day AND (m.valid_to IS NULL OR m.valid_to >= d.day)`;
  const holdsPost = sql`a.post = ANY(${[...committeePosts]})
        AND a.valid_from <= d.day AND (a.valid_to IS NULL OR a.valid_to >= d.day)`;
  return sql<Row>`
    SELECT "organizationId", day, "personId", name, number, "memberState", exempt, "leftOutOfVoters", impeded, "groupId", "committeeMember" FROM (
      SELECT d.organization_id AS "organizationId", d.day, ${member}, m.group_id AS "groupId",
        EXISTS (SELECT 1 FROM appointment a WHERE a.tenant_id = m.tenant_id AND a.person_id = m.person_id
          AND a.organization_id = m.organization_id AND ${holdsPost}) AS "committeeMember", m.id AS place
      FROM ${asked} AS d JOIN membership m ON m.organization_id = d.organization_id
      JOIN person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id
      WHERE m.tenant_id = ${tenantId} AND ${thatDay}
      UNION ALL
      SELECT d.organization_id, d.day, ${member}, NULL::uuid, true, m.id
      FROM ${asked} AS d
      JOIN organization o ON o.tenant_id = ${tenantId} AND o.id = d.organization_id AND o.kind = ANY(${[...ledByAppointment]})
      JOIN membership m ON m.tenant_id = o.tenant_id AND m.organization_id <> o.id AND ${thatDay}
        AND m.person_id IN (SELECT a.person_id FROM appointment a
          WHERE a.tenant_id = o.tenant_id AND a.organization_id = o.id AND ${holdsPost})
      JOIN person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id
    ) AS roster ORDER BY place`;
}

function entryOf({ organizationId: _organization, day: _day, ...entry }: Row): NamedRosterEntry {
  return entry;
}

/** The roster as somebody reads it who may not know whose vote is taken or suspended: like everybody's (VOTE-09, MEM-12). */
export function withoutImpediments(roster: readonly NamedRosterEntry[]): NamedRosterEntry[] {
  return roster.map((entry) => ({ ...entry, impeded: false }));
}
