import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { decodeLines } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import { sql } from "kysely";
import { afterSubtree, inScope } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { loadDefinitions } from "../definitions.ts";
import { nearest } from "../other-sheets.ts";
import { indicatorOf } from "./line-evidence.ts";
import { lineInView } from "./line-in-view.ts";

type Child = Answer<"listScoreChildren">["items"][number];
type Row = { id: string; name: string; total: string | null; schemeVersion: number; lines: unknown; members: number };

/** The organisations that a roll-up line adds up, as far as the caller sees them; paged by path. None for other lines. */
export async function listScoreChildren(
  request: ReadRequest<"listScoreChildren">,
): Promise<Answer<"listScoreChildren">> {
  const { database, tenantId, scope, params, query } = request;
  const { period, sheet, definitions } = await lineInView(request);
  const { aggregation } = indicatorOf(definitions, params.lineCode);
  if (aggregation.form !== "rollup") return { items: [], next: null };
  const below = await sql<{ path: string; id: string; visible: boolean }>`
    SELECT s.path, s.organization_id AS id, ${inScope("o.path", scope)} AS visible
    FROM score_sheet s JOIN organization o ON o.tenant_id = s.tenant_id AND o.id = s.organization_id
    WHERE s.tenant_id = ${tenantId} AND s.scheme_code = ${aggregation.scheme} AND s.period_from = ${period.from}::date
      AND s.period_version = ${period.version} AND s.basis = 'published' AND s.path > ${sheet.path} AND s.path < ${afterSubtree(sheet.path)}
    ORDER BY s.path`.execute(database);
  const children = nearest(below.rows).filter(({ visible, path }) => visible && path > (query.after ?? ""));
  const page = children.slice(0, query.limit);
  const { rows } = await sql<Row>`
    SELECT s.organization_id AS id, o.name, s.total::text AS total, s.scheme_version AS "schemeVersion", s.lines,
      (SELECT count(*)::int FROM membership m WHERE m.tenant_id = s.tenant_id AND m.organization_id = s.organization_id
        AND m.valid_from <= ${period.to}::date AND (m.valid_to IS NULL OR m.valid_to >= ${period.to}::date)) AS members
    FROM score_sheet s JOIN organization o ON o.tenant_id = s.tenant_id AND o.id = s.organization_id
    WHERE s.tenant_id = ${tenantId} AND s.organization_id = ANY(${page.map(({ id }) => id)}::uuid[]) AND s.scheme_code = ${aggregation.scheme}
      AND s.period_from = ${period.from}::date AND s.period_version = ${period.version} AND s.basis = 'published'
    ORDER BY s.path`.execute(database);
  const items = await Promise.all(rows.map((row) => childOf(database, tenantId, aggregation, row)));
  return { items, next: children.length > page.length ? (page.at(-1)?.path ?? null) : null };
}

async function childOf(
  database: ReadDatabase,
  tenantId: number,
  { scheme, line }: { readonly scheme: string; readonly line: string | null },
  { id, name, total, schemeVersion, lines, members }: Row,
): Promise<Child> {
  const named = { organizationId: id, organizationName: name, members };
  const definitions = await loadDefinitions(database, tenantId, scheme, schemeVersion);
  if (line === null) {
    return { ...named, points: total, fullMarks: "100", state: total === null ? "pending" : "scored" };
  }
  const found = decodeLines(definitions.scheme, definitions.indicators, lines).lines.find(({ code }) => code === line);
  if (found === undefined) return { ...named, points: null, fullMarks: "100", state: "not_applicable" };
  return { ...named, points: found.points, fullMarks: found.fullMarks, state: found.state };
}
