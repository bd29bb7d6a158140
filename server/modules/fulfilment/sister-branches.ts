import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { searchTerms } from "@dutyloop/domain/organization/search-policy.ts";
import { branchKinds, committeeKinds } from "@dutyloop/domain/organization/things.ts";
import { type RawBuilder, sql } from "kysely";
import { afterSubtree, holds, inScope, placeInScope } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { ReadRequest } from "../../platform/http/route.ts";

const most = 20;

/**
 * Branches under the same committee whose secretaries may be asked to enter their part of a joint event, by name or, to
 * name those that were chosen before, by id. It tells no more than what they are called; whom the caller may see
 * anyway is named by id too.
 */
export async function findSisterBranches(
  request: ReadRequest<"findSisterBranches">,
): Promise<Answer<"findSisterBranches">> {
  const { database, tenantId, scope, params, query, caller, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const { ids } = query;
  const terms = searchTerms(query.q);
  if (ids.length === 0 && terms.length === 0) return { items: [], more: false };
  const sister = await sisterOf(database, tenantId, place.id);
  const seen = inScope("o.path", scopeOf(caller.actor, "organization.read", today));
  const named = sql.join(
    terms.map((term) => sql`strpos(f.words, ${term}) > 0`),
    sql` AND `,
  );
  const which =
    ids.length > 0
      ? sql`o.id = ANY(${ids}::uuid[]) AND (${sister} OR ${seen})`
      : sql`${sister} AND EXISTS (SELECT 1 FROM search_entry f WHERE f.tenant_id = o.tenant_id
          AND f.entity = 'organization' AND f.id = o.id AND ${named})`;
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT o.id, p.name FROM organization o
    JOIN organization_place p ON p.tenant_id = o.tenant_id AND p.organization_id = o.id AND ${holds("p", query.on ?? today)}
    WHERE o.tenant_id = ${tenantId} AND ${which} ORDER BY length(p.name), p.name, o.id LIMIT ${most + 1}`.execute(
    database,
  );
  return { items: rows.slice(0, most), more: rows.length > most };
}

/** Which of these are sisters of the organisation that leads. */
export async function sistersAmong(
  database: ReadDatabase,
  tenantId: number,
  leadId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const sister = await sisterOf(database, tenantId, leadId);
  const { rows } = await sql<{ id: string }>`
    SELECT o.id FROM organization o WHERE o.tenant_id = ${tenantId} AND o.id = ANY(${[...ids]}::uuid[])
      AND ${sister}`.execute(database);
  return new Set(rows.map(({ id }) => id));
}

/**
 * SQL condition that `o` is a branch under the nearest committee of the organisation that leads. A restricted one is
 * named to nobody who doesn't see it, and names itself to nobody (PRV-22).
 */
async function sisterOf(database: ReadDatabase, tenantId: number, leadId: string): Promise<RawBuilder<boolean>> {
  const { rows } = await sql<{ path: string }>`
    SELECT home.path FROM organization lead JOIN organization home ON home.tenant_id = lead.tenant_id
      AND home.kind = ANY(${[...committeeKinds]}) AND starts_with(lead.path, home.path)
    WHERE lead.tenant_id = ${tenantId} AND lead.id = ${leadId} AND lead.restriction IS NULL
    ORDER BY length(home.path) DESC LIMIT 1`.execute(database);
  const [home] = rows;
  if (home === undefined) return sql<boolean>`false`;
  return sql<boolean>`(o.path >= ${home.path} AND o.path < ${afterSubtree(home.path)} AND o.id <> ${leadId}
    AND o.kind = ANY(${[...branchKinds]}) AND o.restriction IS NULL AND NOT EXISTS (SELECT 1 FROM organization nearer
      WHERE nearer.tenant_id = o.tenant_id AND nearer.path > ${home.path} AND nearer.path < ${afterSubtree(home.path)}
        AND nearer.kind = ANY(${[...committeeKinds]}) AND starts_with(o.path, nearer.path)))`;
}
