import { type Actor, isNowhere, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { departedStates } from "@dutyloop/domain/organization/member-things.ts";
import { sql } from "kysely";
import { holds, inScope } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { isShown, sightOf } from "./sight.ts";

type Asked = {
  readonly database: ReadDatabase;
  readonly actor: Actor;
  readonly today: PlainDate;
  readonly terms: readonly string[];
  readonly limit: number;
};
type Found = { id: string; name: string; organizationName: string; rank: number };

/** In a place with more members than this people are looked for by their names, in a smaller one member by member. */
const fewMembers = 3000;
/** More organisations than this aren't counted member by member. */
const fewOrganizations = 1000;
/** Of names that begin alike so many are looked at, those that fit best. */
const mostNames = 400;
/** Comes after every letter. */
const last = "\u{10FFFF}";

/**
 * Members whom the caller may see today, by the beginning of their names, given names, pinyin or initials, or by their
 * number; what else is asked for has to stand in what their branch is found by. Who has left isn't found, nor, for those
 * who mayn't know it, who is on the way into the Party (MEM-12).
 */
export async function findPeople({ database, actor, today, terms, limit }: Asked): Promise<Found[]> {
  const { tenantId } = actor;
  const scope = scopeOf(actor, "person.read", today);
  if (isNowhere(scope)) return [];
  const [first = "", ...others] = terms;
  const fits = sql`w.tenant_id = ${tenantId} AND w.word >= ${first} AND w.word < ${first + last}`;
  const rank = sql<number>`min(CASE WHEN w.word = ${first} THEN 0 ELSE 1 END)`;
  const named = others.map((term) => sql`AND strpos(e.words, ${term}) > 0`);
  // Read once for all: looked up branch by branch, it would be asked for each who bears a common name.
  const ofBranch =
    others.length === 0
      ? []
      : [
          sql`m.organization_id IN (SELECT e.id FROM search_entry e
            WHERE e.tenant_id = ${tenantId} AND e.entity = 'organization' ${sql.join(named, sql` `)})`,
        ];
  const reached = sql.join(
    [
      sql`m.state <> ALL(${[...departedStates]}) AND ${holds("m", today)}`,
      sql`${isShown("m.state", "o.path", sightOf(actor, today))}`,
      sql`(${inScope("o.path", scope)} OR ${inScope("g.path", scope)})`,
      ...ofBranch,
    ],
    sql` AND `,
  );
  const branch = sql`JOIN organization o ON o.tenant_id = m.tenant_id AND o.id = m.organization_id
    LEFT JOIN organization g ON g.tenant_id = m.tenant_id AND g.id = m.group_id`;
  const shown = sql`p.id, p.name, o.name AS "organizationName"`;
  const { rows } = await sql<Found>`
    WITH here AS MATERIALIZED (SELECT b.id, b.parent_id FROM organization b
      WHERE b.tenant_id = ${tenantId} AND ${inScope("b.path", scope)} LIMIT ${fewOrganizations + 1}),
    place AS MATERIALIZED (SELECT (SELECT count(*) > ${fewOrganizations} FROM here) OR (SELECT count(*) > ${fewMembers} FROM (
      SELECT 1 FROM here JOIN membership m ON m.tenant_id = ${tenantId} AND m.organization_id IN (here.id, here.parent_id)
      WHERE (SELECT count(*) <= ${fewOrganizations} FROM here) LIMIT ${fewMembers + 1}) counted) AS many),
    found AS (
      -- Name by name until there are enough, therefore ordered as the names are.
      (SELECT ${shown}, b.rank FROM (SELECT w.name, ${rank} AS rank, length(w.name) AS size FROM name_word w
          WHERE ${fits} AND (SELECT many FROM place) GROUP BY w.name ORDER BY rank, size, w.name LIMIT ${mostNames}) b
        CROSS JOIN LATERAL (SELECT * FROM person p WHERE p.tenant_id = ${tenantId} AND p.name COLLATE "C" = b.name ORDER BY p.id OFFSET 0) p
        CROSS JOIN LATERAL (SELECT * FROM membership m WHERE m.tenant_id = ${tenantId} AND m.person_id = p.id AND ${holds("m", today)} OFFSET 0) m ${branch}
        WHERE ${reached} ORDER BY b.rank, b.size, b.name LIMIT ${2 * limit})
      UNION ALL
      SELECT ${shown}, (SELECT ${rank} FROM name_word w WHERE ${fits} AND w.name = p.name COLLATE "C")
        FROM membership m JOIN person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id ${branch}
        WHERE m.tenant_id = ${tenantId} AND NOT (SELECT many FROM place) AND ${reached}
          AND EXISTS (SELECT 1 FROM name_word w WHERE ${fits} AND w.name = p.name COLLATE "C")
      UNION ALL
      SELECT ${shown}, 0 FROM person p JOIN membership m ON m.tenant_id = p.tenant_id AND m.person_id = p.id ${branch}
        WHERE p.tenant_id = ${tenantId} AND p.number IN (${first}, ${first.toUpperCase()}) AND ${reached}
    )
    SELECT id, name, "organizationName", min(rank)::int AS rank FROM found GROUP BY id, name, "organizationName"
    ORDER BY 4, length(name), name, id LIMIT ${limit}`.execute(database);
  return rows;
}
