import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { branchKinds, type OrganizationKind, type Post } from "@dutyloop/domain/organization/things.ts";
import { type RawBuilder, sql } from "kysely";
import { inScope, placeInScope } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { ReadRequest } from "../../platform/http/route.ts";

type Row = Omit<Answer<"listOrganizations">["items"][number], "kind"> & { kind: string };

const standsOn = (today: PlainDate) => sql`valid_from <= ${today} AND (valid_to IS NULL OR valid_to >= ${today})`;

/** Counts of members and branches of each organisation's subtree, for the organisations of one page. */
function organizations(
  database: ReadDatabase,
  tenantId: number,
  today: PlainDate,
  which: RawBuilder<unknown>,
  limit: number,
): Promise<Row[]> {
  return sql<Row>`
    WITH shown AS (
      SELECT * FROM organization o WHERE o.tenant_id = ${tenantId} AND o.kind <> 'GROUP' AND ${which} ORDER BY o.path LIMIT ${limit}
    )
    SELECT o.id, o.parent_id AS "parentId", o.kind, o.class, o.code, o.name, o.path,
      o.valid_from AS "validFrom", o.valid_to AS "validTo", o.restriction,
      (SELECT count(*)::int FROM organization b JOIN membership m ON m.tenant_id = b.tenant_id AND m.organization_id = b.id
        WHERE b.tenant_id = ${tenantId} AND b.path >= o.path AND b.path < rtrim(o.path, '.') || '/'
          AND m.state IN ('FULL', 'PROBATIONARY', 'CORRECTING') AND m.valid_from <= ${today} AND (m.valid_to IS NULL OR m.valid_to >= ${today})) AS members,
      (SELECT count(*)::int FROM organization b
        WHERE b.tenant_id = ${tenantId} AND b.path >= o.path AND b.path < rtrim(o.path, '.') || '/'
          AND b.kind = ANY(${[...branchKinds]}) AND ${standsOn(today)}) AS branches
    FROM shown o ORDER BY o.path`
    .execute(database)
    .then((result) => result.rows);
}

/** Children of one organisation, or the tops of what the caller may see; paged by path. */
export async function listOrganizations(
  request: ReadRequest<"listOrganizations">,
): Promise<Answer<"listOrganizations">> {
  const { database, tenantId, scope, query, today } = request;
  if (query.parentId) await placeInScope(database, tenantId, scope, query.parentId);
  const level = query.parentId
    ? sql`o.parent_id = ${query.parentId} AND ${inScope("o.path", scope)}`
    : sql`o.path = ANY(${[...scope.subtrees, ...scope.exact]})`;
  const after = query.after === undefined ? sql`true` : sql`o.path > ${query.after}`;
  const rows = await organizations(
    database,
    tenantId,
    today,
    sql`${level} AND ${after} AND ${standsOn(today)}`,
    query.limit + 1,
  );
  const items = rows.slice(0, query.limit) as Answer<"listOrganizations">["items"];
  return { items, next: rows.length > query.limit ? (items.at(-1)?.path ?? null) : null };
}

/** One organisation with its 党小组, its posts and its numbers; names only with the right to read them. */
export async function getOrganization(request: ReadRequest<"getOrganization">): Promise<Answer<"getOrganization">> {
  const { database, tenantId, scope, params, today, caller } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const [row] = await organizations(database, tenantId, today, sql`o.id = ${place.id}`, 1);
  const named = covers(scopeOf(caller.actor, "person.read", today), place.path);
  const states = await sql<{ state: string; members: number }>`
    SELECT m.state, count(*)::int AS members FROM organization b
    JOIN membership m ON m.tenant_id = b.tenant_id AND m.organization_id = b.id
    WHERE b.tenant_id = ${tenantId} AND b.path >= ${place.path} AND b.path < rtrim(${place.path}, '.') || '/'
      AND m.valid_from <= ${today} AND (m.valid_to IS NULL OR m.valid_to >= ${today}) GROUP BY m.state`.execute(
    database,
  );
  const groups = await sql<{ id: string; name: string; members: number }>`
    SELECT g.id, g.name, count(m.id)::int AS members FROM organization g
    LEFT JOIN membership m ON m.tenant_id = g.tenant_id AND m.group_id = g.id
      AND m.valid_from <= ${today} AND (m.valid_to IS NULL OR m.valid_to >= ${today})
    WHERE g.tenant_id = ${tenantId} AND g.parent_id = ${place.id} AND g.kind = 'GROUP' GROUP BY g.id, g.name, g.path ORDER BY g.path`.execute(
    database,
  );
  const held = await sql<{ post: Post; personId: string; personName: string; validFrom: PlainDate }>`
    SELECT a.post, a.person_id AS "personId", p.name AS "personName", a.valid_from AS "validFrom" FROM appointment a
    JOIN person p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
    WHERE a.tenant_id = ${tenantId} AND a.organization_id = ${place.id}
      AND a.valid_from <= ${today} AND (a.valid_to IS NULL OR a.valid_to >= ${today}) ORDER BY a.id LIMIT 100`.execute(
    database,
  );
  const count = (state: string) => states.rows.find((found) => found.state === state)?.members ?? 0;
  const organization = row ?? (await asGroup(database, tenantId, place.id));
  return {
    ...organization,
    kind: organization.kind as OrganizationKind,
    fullMembers: count("FULL"),
    probationaryMembers: count("PROBATIONARY"),
    groups: groups.rows,
    posts: held.rows.map((post) => ({ ...post, personName: named ? post.personName : null })),
  };
}

/** A 党小组 is no 基层党组织 and stands in no count; it can still be opened. */
async function asGroup(database: ReadDatabase, tenantId: number, id: string): Promise<Row> {
  const { rows } = await sql<Row>`SELECT id, parent_id AS "parentId", kind, class, code, name, path,
    valid_from AS "validFrom", valid_to AS "validTo", restriction, 0 AS members, 0 AS branches
    FROM organization WHERE tenant_id = ${tenantId} AND id = ${id}`.execute(database);
  return rows[0] as Row;
}
