import type { IndicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { firstDayOf, lastDayOf, type Month } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { type Definitions, loadDefinitions } from "../definitions.ts";

/**
 * An upheld dispute about a line that a source feeds: what it booked counts among the source's figures, unless it says that
 * it stands for another's, as a line above others may have several.
 */
export type DisputeOfSource = { readonly id: string; readonly organizationId: string };

/** The upheld disputes, at and below a path, that may have booked figures of a source for a month. */
export async function disputesAbout(
  database: ReadDatabase,
  tenantId: number,
  path: string,
  source: string,
  month: Month,
): Promise<DisputeOfSource[]> {
  const { rows } = await sql<DisputeOfSource & { scheme: string; version: number; line: string }>`
    SELECT d.id, d.organization_id AS "organizationId", d.scheme_code AS scheme, s.scheme_version AS version, d.line_code AS line
    FROM dispute d
    JOIN organization o ON o.tenant_id = d.tenant_id AND o.id = d.organization_id AND o.path >= ${path} AND o.path < ${afterSubtree(path)}
    JOIN score_sheet s ON s.tenant_id = d.tenant_id AND s.organization_id = d.organization_id AND s.scheme_code = d.scheme_code
      AND s.period_from = d.period_from AND s.period_version = d.period_version AND s.basis = 'published'
    WHERE d.tenant_id = ${tenantId} AND d.state = 'upheld'
      AND d.period_from <= ${lastDayOf(month)}::date AND d.period_from > ${firstDayOf(month)}::date - interval '1 year'`.execute(
    database,
  );
  const about = await Promise.all(
    rows.map(async ({ scheme, version, line }) =>
      isFedBy(await loadDefinitions(database, tenantId, scheme, version), line, source),
    ),
  );
  return rows.filter((_, at) => about[at]).map(({ id, organizationId }) => ({ id, organizationId }));
}

function isFedBy(definitions: Definitions, line: string, source: string): boolean {
  const { frames, indicators } = definitions;
  const below = frames.filter(({ parent }) => parent === line);
  if (below.length > 0) return below.some(({ code }) => isFedBy(definitions, code, source));
  const version = frames.find(({ code }) => code === line)?.version;
  const indicator = indicators.find((body) => body.code === line && body.version === version);
  return indicator !== undefined && readsSource(indicator, indicators, source);
}

function readsSource(indicator: IndicatorBody, all: readonly IndicatorBody[], source: string): boolean {
  if (indicator.source === source) return true;
  const inputs = indicator.aggregation.form === "formula" ? indicator.aggregation.inputs : [];
  return inputs.some((input) =>
    all.some(
      (body) => body.code === input.indicator && body.version === input.version && readsSource(body, all, source),
    ),
  );
}
