import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { sql } from "kysely";
import { inScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { childSheets } from "../other-sheets.ts";
import { indicatorOf } from "./line-evidence.ts";
import { lineInView } from "./line-in-view.ts";

/**
 * The organisations that a roll-up line adds up, with the very figures and members that the score was made of, as far as
 * the caller sees them; paged by path. None for other lines.
 */
export async function listScoreChildren(
  request: ReadRequest<"listScoreChildren">,
): Promise<Answer<"listScoreChildren">> {
  const { database, tenantId, scope, params, query } = request;
  const { period, sheet, definitions } = await lineInView(request);
  const { aggregation } = indicatorOf(definitions, params.lineCode);
  if (aggregation.form !== "rollup") return { items: [], next: null };
  const [children = []] = await childSheets(
    database,
    tenantId,
    { period, paths: [sheet.path] },
    aggregation,
    "published",
  );
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT o.id, o.name FROM organization o
    WHERE o.tenant_id = ${tenantId} AND o.id = ANY(${children.map(({ organizationId }) => organizationId)}::uuid[])
      AND ${inScope("o.path", scope)}`.execute(database);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const visible = children.filter(
    ({ organizationId, path }) => names.has(organizationId) && path > (query.after ?? ""),
  );
  const page = visible.slice(0, query.limit);
  return {
    items: page.map(({ path: _path, ...child }) => ({
      ...child,
      organizationName: names.get(child.organizationId) ?? "",
    })),
    next: visible.length > query.limit ? (page.at(-1)?.path ?? null) : null,
  };
}
