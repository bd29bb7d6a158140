import { periodsWithin } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { plainContext, type ScoreContext, type Settlement } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { Definitions } from "../definitions.ts";
import { stillStands } from "../inputs/receipt-rows.ts";
import { childrenOf, figuresOf, readSchemes } from "../other-sheets.ts";
import type { StoredPeriod } from "../period-standing.ts";
import { sourcesOf } from "../sheet-contexts.ts";
import { placesOf } from "../sheet-keys.ts";

type Row =
  | { what: "settlement"; id: string; code: string; outcome: Settlement["outcome"]; value: string | null }
  | { what: "veto"; id: string; code: string; outcome: "confirmed" | "dismissed"; value: null }
  | { what: "receipt"; id: string; code: string; outcome: null; value: string };

/** What scores of one period depend on besides facts: of whom nothing is known, only whether it is closed. */
export type Contexts = { readonly plain: ScoreContext; readonly of: ReadonlyMap<string, ScoreContext> };

/**
 * What people settled and decided in a period, what sources delivered, and where the definitions read them the figures of
 * other sheets of these organisations.
 */
export async function contextsIn(
  database: ReadDatabase,
  tenantId: number,
  schemeCode: string,
  definitions: Definitions,
  period: StoredPeriod,
  organizationIds: readonly string[],
): Promise<Contexts> {
  const { from, to, version } = period;
  const { rows } = await sql<Row>`
    SELECT 'settlement' AS what, organization_id AS id, line_code AS code, outcome, value::text AS value FROM settlement
    WHERE tenant_id = ${tenantId} AND scheme_code = ${schemeCode} AND period_from = ${from}::date AND period_version = ${version}
    UNION ALL
    SELECT 'veto', organization_id, veto_code, CASE WHEN confirmed THEN 'confirmed' ELSE 'dismissed' END, NULL FROM veto_decision
    WHERE tenant_id = ${tenantId} AND scheme_code = ${schemeCode} AND period_from = ${from}::date AND period_version = ${version}
    UNION ALL
    SELECT 'receipt', organization_id, source, NULL, count(DISTINCT month)::text FROM receipt r
    WHERE ${stillStands} AND tenant_id = ${tenantId} AND source = ANY(${sourcesOf(definitions)}::text[]) AND month >= ${from}::date AND month <= ${to}::date
    GROUP BY organization_id, source`.execute(database);
  const plain = { ...plainContext, closed: period.state !== "open" };
  const all = new Map<string, Writable>();
  const contextOf = (id: string) => {
    const known = all.get(id) ?? emptyContext(plain);
    all.set(id, known);
    return known;
  };
  const months = periodsWithin("month", period).length;
  for (const row of rows) {
    if (row.what === "settlement") {
      contextOf(row.id).settlements.set(row.code, { outcome: row.outcome, value: row.value });
    } else if (row.what === "veto") contextOf(row.id).vetoDecisions.set(row.code, row.outcome === "confirmed");
    else if (Number(row.value) >= months) contextOf(row.id).receipts.add(row.code);
  }
  await addOthers(database, tenantId, definitions, period, organizationIds, contextOf);
  return { plain, of: all };
}

type Writable = {
  closed: boolean;
  receipts: Set<string>;
  settlements: Map<string, Settlement>;
  vetoDecisions: Map<string, boolean>;
  figures: ScoreContext["figures"];
  children: ScoreContext["children"];
};

function emptyContext(plain: ScoreContext): Writable {
  return { ...plain, receipts: new Set(), settlements: new Map(), vetoDecisions: new Map() };
}

const atOnce = 500;

/** Figures of other schemes and of organisations below, only where the definitions read any. */
async function addOthers(
  database: ReadDatabase,
  tenantId: number,
  definitions: Definitions,
  period: StoredPeriod,
  organizationIds: readonly string[],
  contextOf: (id: string) => Writable,
): Promise<void> {
  const { figures, rollups } = readSchemes(definitions);
  if (figures.length + rollups.length === 0) return;
  for (let from = 0; from < organizationIds.length; from += atOnce) {
    const keys = organizationIds.slice(from, from + atOnce).map((organizationId) => ({ organizationId, period }));
    const places = await placesOf(database, tenantId, keys);
    const placed = keys.flatMap((key, i) => (places[i] ? [{ ...key, place: places[i] }] : []));
    const [figuresFor, childrenFor] = await Promise.all([
      figuresOf(database, tenantId, definitions, placed),
      childrenOf(database, tenantId, definitions, placed, "adjusted"),
    ]);
    for (const [i, { organizationId }] of placed.entries()) {
      const context = contextOf(organizationId);
      context.figures = figuresFor[i] ?? new Map();
      context.children = childrenFor[i] ?? new Map();
    }
  }
}
