import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { decodedLine, type LineFigures } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import { sql } from "kysely";
import { inScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { loadDefinitions } from "../definitions.ts";
import { namedPeriod } from "./named-period.ts";
import { standingOf } from "./period-store.ts";

type Answered = Answer<"listSettlements">;
type Item = Answered["items"][number];
type Row = Pick<Item, "organizationId" | "organizationName" | "line" | "outcome" | "value" | "reason" | "settledBy"> & {
  readonly scheme: string;
  readonly schemeVersion: number;
  readonly settledAt: Date;
  /** See domain/assessment/scoring/sheet-figures.ts. */
  readonly lines: readonly unknown[];
};

/** What was settled in the newest version of a period, in the caller's scope, by organisation, scheme and line. */
export async function listSettlements(request: ReadRequest<"listSettlements">): Promise<Answered> {
  const { database, tenantId, scope, params, query } = request;
  const { span, from, version } = await standingOf(database, tenantId, namedPeriod(params.period));
  const [organizationId = "00000000-0000-0000-0000-000000000000", scheme = "", line = ""] =
    query.after?.split(" ") ?? [];
  const { rows } = await sql<Row>`
    SELECT t.organization_id AS "organizationId", o.name AS "organizationName", t.scheme_code AS scheme,
      s.scheme_version AS "schemeVersion", t.line_code AS line, t.outcome, trim_scale(t.value)::text AS value, t.reason,
      t.settled_at AS "settledAt", a.display_name AS "settledBy", s.lines
    FROM settlement t
    JOIN score_sheet s ON s.tenant_id = t.tenant_id AND s.organization_id = t.organization_id AND s.scheme_code = t.scheme_code
      AND s.period_from = t.period_from AND s.period_version = t.period_version AND s.basis = 'published'
    JOIN scheme_version v ON v.tenant_id = s.tenant_id AND v.code = s.scheme_code AND v.version = s.scheme_version
      AND v.body->>'cadence' = ${span}
    JOIN organization o ON o.tenant_id = t.tenant_id AND o.id = t.organization_id
    JOIN account a ON a.tenant_id = t.tenant_id AND a.id = t.settled_by
    WHERE t.tenant_id = ${tenantId} AND t.period_from = ${from}::date AND t.period_version = ${version}
      AND ${inScope("o.path", scope)}
      AND (t.organization_id, t.scheme_code, t.line_code) > (${organizationId}::uuid, ${scheme}, ${line})
    ORDER BY t.organization_id, t.scheme_code, t.line_code LIMIT ${query.limit + 1}`.execute(database);
  const shown = rows.slice(0, query.limit);
  const items = await Promise.all(
    shown.map(async ({ lines, scheme: code, schemeVersion, settledAt, ...row }): Promise<Item> => {
      const { scheme, frames } = await loadDefinitions(database, tenantId, code, schemeVersion);
      const index = frames.findIndex((frame) => frame.kind === "leaf" && frame.code === row.line);
      const frame = frames[index];
      if (!frame) throw new Error(`Line ${row.line} isn't in ${code} ${schemeVersion}`);
      return {
        ...row,
        scheme: { code, version: schemeVersion, name: scheme.name },
        lineName: frame.name,
        fullMarks: frame.fullMarks,
        settledAt: settledAt.toISOString(),
        counts: stillCounts(decodedLine(lines[index])),
      };
    }),
  );
  const last = shown.at(-1);
  const next = rows.length > shown.length && last ? `${last.organizationId} ${last.scheme} ${last.line}` : null;
  return { version, items, next };
}

/** The score follows a settlement a moment later: a leaf that still waits has no data before it. */
function stillCounts({ state, why }: LineFigures): boolean {
  return why === "settled" || state === "pending";
}
