import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { branchKinds, type OrganizationKind, type Post } from "@dutyloop/domain/organization/things.ts";
import { type RawBuilder, sql } from "kysely";
import { afterSubtree, holds, inScope, placeInScope } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { organizationsAbove } from "./search-organizations.ts";
import { findingsOf } from "./tree/findings-view.ts";
import { historyOf } from "./tree/history-view.ts";

type Row = Omit<Answer<"listOrganizations">["items"][number], "kind" | "findings"> & { kind: string };

/**
 * Organisations with place, name and class of a day, and the counts of their subtrees on that day: one grouped look over
 * the page. What has left the caller's sight since is neither shown nor counted, except below one that he sees.
 */
async function organizations(
  { database, tenantId, scope }: Pick<ReadRequest<"listOrganizations">, "database" | "tenantId" | "scope">,
  on: PlainDate,
  which: RawBuilder<unknown>,
  limit: number,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    WITH shown AS (
      SELECT o.id, p.parent_id, o.kind, p.class, o.code, p.name, p.path, o.path AS path_now, o.valid_from, o.valid_to, o.restriction
      FROM organization o JOIN organization_place p ON p.tenant_id = o.tenant_id AND p.organization_id = o.id AND ${holds("p", on)}
      WHERE o.tenant_id = ${tenantId} AND o.kind <> 'GROUP' AND ${which} ORDER BY p.path LIMIT ${limit}
    ), below AS (
      SELECT s.id AS top, b.organization_id, b.parent_id = s.id AS child, o.kind
      FROM shown s
      JOIN organization_place b ON b.tenant_id = ${tenantId} AND b.path >= s.path AND b.path < rtrim(s.path, '.') || '/' AND ${holds("b", on)}
      JOIN organization o ON o.tenant_id = b.tenant_id AND o.id = b.organization_id
      WHERE o.kind <> 'GROUP'
        AND (${inScope("o.path", scope)} OR (o.path >= s.path_now AND o.path < rtrim(s.path_now, '.') || '/'))
    ), counted AS (
      SELECT top, count(*) FILTER (WHERE kind = ANY(${[...branchKinds]}))::int AS branches, coalesce(bool_or(child), false) AS children
      FROM below GROUP BY top
    ), belonging AS (
      SELECT top, count(*)::int AS members FROM below
      JOIN membership m ON m.tenant_id = ${tenantId} AND m.organization_id = below.organization_id AND ${holds("m", on)}
      WHERE m.state IN ('FULL', 'PROBATIONARY', 'CORRECTING') GROUP BY top
    )
    SELECT s.id, s.parent_id AS "parentId", s.kind, s.class, s.code, s.name, s.path, s.valid_from AS "validFrom", s.valid_to AS "validTo",
      s.restriction, coalesce(belonging.members, 0) AS members, coalesce(counted.branches, 0) AS branches,
      coalesce(counted.children, false) AS "hasChildren"
    FROM shown s LEFT JOIN counted ON counted.top = s.id LEFT JOIN belonging ON belonging.top = s.id ORDER BY s.path`.execute(
    database,
  );
  return rows;
}

/** Children of one organisation on a day, or the tops of what the caller may see; paged by path. */
export async function listOrganizations(
  request: ReadRequest<"listOrganizations">,
): Promise<Answer<"listOrganizations">> {
  const { database, tenantId, scope, query, today } = request;
  const on = query.on ?? today;
  if (query.parentId) await placeInScope(database, tenantId, scope, query.parentId);
  const level = query.parentId
    ? sql`p.parent_id = ${query.parentId} AND ${inScope("o.path", scope)}`
    : sql`o.path = ANY(${[...scope.subtrees, ...scope.exact]})`;
  const after = query.after === undefined ? sql`true` : sql`p.path > ${query.after}`;
  const rows = await organizations(request, on, sql`${level} AND ${after}`, query.limit + 1);
  const shown = rows.slice(0, query.limit) as Omit<Answer<"listOrganizations">["items"][number], "findings">[];
  const ids = on === today ? shown.map(({ id }) => id) : [];
  const findings = await findingsOf(database, tenantId, ids, today);
  const items = shown.map((row) => ({ ...row, findings: on === today ? (findings.get(row.id)?.length ?? 0) : null }));
  return { items, next: rows.length > query.limit ? (items.at(-1)?.path ?? null) : null };
}

/** One organisation on a day with its 党小组, its posts and its numbers; names only with the right to read them. */
export async function getOrganization(request: ReadRequest<"getOrganization">): Promise<Answer<"getOrganization">> {
  const { database, tenantId, scope, params, query, today, caller } = request;
  const on = query.on ?? today;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const [row] = await organizations(request, on, sql`o.id = ${place.id}`, 1);
  const named = covers(scopeOf(caller.actor, "person.read", today), place.path);
  const organization = row ?? (await alone(database, tenantId, place.id, on));
  const states = await sql<{ state: string; members: number }>`
    SELECT m.state, count(*)::int AS members FROM organization_place b
    JOIN organization o ON o.tenant_id = b.tenant_id AND o.id = b.organization_id
    JOIN membership m ON m.tenant_id = b.tenant_id AND m.organization_id = b.organization_id AND ${holds("m", on)}
    WHERE b.tenant_id = ${tenantId} AND b.path >= ${organization.path} AND b.path < ${afterSubtree(organization.path)} AND ${holds("b", on)}
      AND (${inScope("o.path", scope)} OR (o.path >= ${place.path} AND o.path < ${afterSubtree(place.path)}))
    GROUP BY m.state`.execute(database);
  const groups = await sql<{ id: string; name: string; members: number }>`
    SELECT g.id, p.name, count(m.id)::int AS members FROM organization_place p
    JOIN organization g ON g.tenant_id = p.tenant_id AND g.id = p.organization_id AND g.kind = 'GROUP'
    LEFT JOIN membership m ON m.tenant_id = g.tenant_id AND m.group_id = g.id AND ${holds("m", on)}
      AND m.state IN ('FULL', 'PROBATIONARY', 'CORRECTING')
    WHERE p.tenant_id = ${tenantId} AND p.parent_id = ${place.id} AND ${holds("p", on)}
    GROUP BY g.id, p.name, p.path ORDER BY p.path`.execute(database);
  const held = await sql<{ post: Post; personId: string; personName: string; validFrom: PlainDate }>`
    SELECT a.post, a.person_id AS "personId", p.name AS "personName", a.valid_from AS "validFrom" FROM appointment a
    JOIN person p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
    WHERE a.tenant_id = ${tenantId} AND a.organization_id = ${place.id} AND ${holds("a", on)}
    ORDER BY a.id LIMIT 100`.execute(database);
  const count = (state: string) => states.rows.find((found) => found.state === state)?.members ?? 0;
  const ruleFindings =
    on === today ? ((await findingsOf(database, tenantId, [place.id], today)).get(place.id) ?? []) : [];
  const above = await organizationsAbove(request, [organization.path], on);
  return {
    ...organization,
    ...(await historyOf(request, place.id)),
    above: above(organization.path),
    kind: organization.kind as OrganizationKind,
    findings: on === today ? ruleFindings.length : null,
    ruleFindings,
    // Who is to correct something within a term counts like any full member: else the figures would tell (MEM-12).
    fullMembers: count("FULL") + count("CORRECTING"),
    probationaryMembers: count("PROBATIONARY"),
    groups: groups.rows,
    posts: held.rows.map((post) => ({ ...post, personName: named ? post.personName : null })),
  };
}

/**
 * Without counts: a 党小组, which is no 基层党组织, and an organisation that doesn't stand on the day. Both can still be
 * opened.
 */
async function alone(database: ReadDatabase, tenantId: number, id: string, on: PlainDate): Promise<Row> {
  const { rows } = await sql<Row>`
    SELECT o.id, coalesce(p.parent_id, o.parent_id) AS "parentId", o.kind, coalesce(p.class, o.class) AS class, o.code,
      coalesce(p.name, o.name) AS name, coalesce(p.path, o.path) AS path, o.valid_from AS "validFrom", o.valid_to AS "validTo",
      o.restriction, 0 AS members, 0 AS branches, false AS "hasChildren"
    FROM organization o
    LEFT JOIN organization_place p ON p.tenant_id = o.tenant_id AND p.organization_id = o.id AND ${holds("p", on)}
    WHERE o.tenant_id = ${tenantId} AND o.id = ${id}`.execute(database);
  return rows[0] as Row;
}
