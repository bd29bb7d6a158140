import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { searchTerms } from "@dutyloop/domain/organization/search-policy.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { inScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";

type Request = ReadRequest<"searchOrganizations">;
/** Where organisations are looked for. */
export type Reach = Pick<Request, "database" | "tenantId" | "scope">;
type Found = { id: string; name: string; kind: OrganizationKind; code: string; path: string; rank: number };

/**
 * So many of those that fit best are looked at more closely, few enough to be found by their numbers; only where most of
 * them have ended are all.
 */
const looksAtFirst = 200;

export async function searchOrganizations(request: Request): Promise<Answer<"searchOrganizations">> {
  const { query, today } = request;
  const { items, more } = await findOrganizations(request, searchTerms(query.q), query.on ?? today, query.limit);
  return { items: items.map(({ rank: _rank, ...organization }) => organization), more };
}

/**
 * Organisations that stood on a day and whose names, past ones too, code, pinyin or initials hold every word asked for;
 * those that begin with the first word come first, short names before long ones.
 */
export async function findOrganizations(reach: Reach, terms: readonly string[], on: PlainDate, limit: number) {
  const best = await find(reach, terms, on, limit, looksAtFirst);
  const enough = best.rows.length > limit || best.fitting < looksAtFirst;
  const { rows } = enough ? best : await find(reach, terms, on, limit, null);
  const found = rows.slice(0, limit);
  const paths = found.map(({ path }) => path);
  const above = await organizationsAbove(reach, paths, on);
  return {
    items: found.map(({ path, ...organization }) => ({ ...organization, above: above(path) })),
    more: rows.length > limit,
  };
}

async function find(
  { database, tenantId, scope }: Reach,
  terms: readonly string[],
  on: PlainDate,
  limit: number,
  most: number | null,
): Promise<{ rows: readonly Found[]; fitting: number }> {
  const [first = ""] = terms;
  const holdsAll = sql.join(
    terms.map((term) => sql`strpos(words, ${term}) > 0`),
    sql` AND `,
  );
  const { rows } = await sql<{ rows: Found[]; fitting: number }>`
    WITH fitting AS MATERIALIZED (
      SELECT id, CASE WHEN strpos(words, ${`\n${first}`}) = 0 THEN 2 WHEN strpos(words || chr(10), ${`\n${first}\n`}) > 0 THEN 0 ELSE 1 END AS rank,
        octet_length(words) AS size
      FROM search_entry
      WHERE tenant_id = ${tenantId} AND entity = 'organization' AND ${inScope("path", scope)} AND ${holdsAll}
      ORDER BY rank, size, path LIMIT ${most}
    ), standing AS (
      SELECT o.id, p.name, o.kind, o.code, p.path, f.rank, row_number() OVER (ORDER BY f.rank, f.size, p.path) AS number
      FROM fitting f
      JOIN organization o ON o.tenant_id = ${tenantId} AND o.id = f.id AND ${inScope("o.path", scope)}
      JOIN organization_place p ON p.tenant_id = o.tenant_id AND p.organization_id = o.id AND p.valid_from <= ${on}::date
        AND (p.valid_to IS NULL OR p.valid_to >= ${on}::date)
      ORDER BY number LIMIT ${limit + 1}
    )
    SELECT (SELECT count(*)::int FROM fitting) AS fitting,
      coalesce((SELECT json_agg(json_build_object('id', id, 'name', name, 'kind', kind, 'code', code, 'path', path, 'rank', rank) ORDER BY number)
        FROM standing), '[]') AS rows`.execute(database);
  return rows[0] ?? { rows: [], fitting: 0 };
}

/** Tells what stood above each of these paths on the day, from the top down; those outside the caller's sight are left out. */
export async function organizationsAbove(
  { database, tenantId, scope }: Reach,
  found: readonly string[],
  on: PlainDate,
): Promise<(path: string) => { id: string; name: string }[]> {
  const paths = [...new Set(found.flatMap(pathsAbove))];
  const { rows } = await sql<{ id: string; name: string; path: string }>`
    SELECT o.id, p.name, p.path FROM organization_place p
    JOIN organization o ON o.tenant_id = p.tenant_id AND o.id = p.organization_id AND ${inScope("o.path", scope)}
    WHERE p.tenant_id = ${tenantId} AND p.path = ANY(${paths}::text[]) AND p.valid_from <= ${on}::date
      AND (p.valid_to IS NULL OR p.valid_to >= ${on}::date)`.execute(database);
  const names = new Map(rows.map(({ path, ...organization }) => [path, organization]));
  return (path) => pathsAbove(path).flatMap((above) => names.get(above) ?? []);
}

/** "1.4.17." stands below "1." and "1.4.". */
function pathsAbove(path: string): string[] {
  const labels = path.split(".").slice(0, -2);
  return labels.map((_, i) => `${labels.slice(0, i + 1).join(".")}.`);
}
