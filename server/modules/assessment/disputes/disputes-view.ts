import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { Span } from "@dutyloop/domain/assessment/period-things.ts";
import { nameOfPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { inScope, placeInScope } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { loadDefinitions } from "../definitions.ts";
import { namedPeriod } from "../periods/named-period.ts";

type Item = Answer<"listDisputes">["items"][number];
type Row = Omit<Item, "scheme" | "lineName" | "period" | "openedAt" | "answeredAt"> & {
  schemeCode: string;
  schemeVersion: number;
  span: Span;
  from: PlainDate;
  openedAt: Date;
  answeredAt: Date | null;
};

/** The disputes of an organisation and all below, the newest first. */
export async function listDisputes(request: ReadRequest<"listDisputes">): Promise<Answer<"listDisputes">> {
  const { database, tenantId, scope, params, query } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const period = query.period === undefined ? null : namedPeriod(query.period);
  const { rows } = await sql<Row>`
    SELECT d.id, d.organization_id AS "organizationId", o.name AS "organizationName", d.scheme_code AS "schemeCode",
      s.scheme_version AS "schemeVersion", v.body->>'cadence' AS span, d.period_from AS "from", d.period_version AS version,
      d.line_code AS line, d.fact_id AS "factId", d.reason, d.state, d.opened_at AS "openedAt", raiser.display_name AS "openedBy",
      d.answer, d.answered_at AS "answeredAt", answerer.display_name AS "answeredBy", d.total_before AS "totalBefore",
      d.total_after AS "totalAfter"
    FROM dispute d
    JOIN organization o ON o.tenant_id = d.tenant_id AND o.id = d.organization_id
    JOIN score_sheet s ON s.tenant_id = d.tenant_id AND s.organization_id = d.organization_id AND s.scheme_code = d.scheme_code
      AND s.period_from = d.period_from AND s.period_version = d.period_version AND s.basis = 'published'
    JOIN scheme_version v ON v.tenant_id = d.tenant_id AND v.code = d.scheme_code AND v.version = s.scheme_version
    JOIN account raiser ON raiser.tenant_id = d.tenant_id AND raiser.id = d.opened_by
    LEFT JOIN account answerer ON answerer.tenant_id = d.tenant_id AND answerer.id = d.answered_by
    WHERE d.tenant_id = ${tenantId} AND ${inScope("o.path", narrow(scope, place.path))}
      AND ${period === null ? sql`true` : sql`d.period_from = ${period.from}::date AND v.body->>'cadence' = ${period.span}`}
      AND ${query.state === undefined ? sql`true` : sql`d.state = ${query.state}`}
      AND ${query.after === undefined ? sql`true` : sql`d.id < ${query.after}::uuid`}
    ORDER BY d.id DESC LIMIT ${query.limit + 1}`.execute(database);
  const shown = rows.slice(0, query.limit);
  const items = await Promise.all(shown.map((row) => itemOf(database, tenantId, row)));
  return { items, next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null };
}

async function itemOf(database: ReadDatabase, tenantId: number, row: Row): Promise<Item> {
  const { schemeCode, schemeVersion, span, from, openedAt, answeredAt, ...rest } = row;
  const { scheme, frames } = await loadDefinitions(database, tenantId, schemeCode, schemeVersion);
  return {
    ...rest,
    scheme: { code: scheme.code, version: scheme.version, name: scheme.name },
    period: nameOfPeriod({ span, from }),
    lineName: frames.find(({ code }) => code === row.line)?.name ?? { zh: row.line, en: row.line },
    openedAt: openedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}
