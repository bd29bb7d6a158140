import { periodsWithin } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { ScoreContext, Settlement } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { Definitions } from "./definitions.ts";
import { childrenOf, figuresOf } from "./other-sheets.ts";
import { keyColumns, keysAsJson, type PlaceInPeriod, type SheetKey } from "./sheet-keys.ts";

export type PlacedKey = SheetKey & { readonly place: PlaceInPeriod };

type Decided =
  | { i: number; what: "settlement"; code: string; outcome: Settlement["outcome"]; value: string | null }
  | { i: number; what: "veto"; code: string; outcome: "confirmed" | "dismissed"; value: null }
  | { i: number; what: "receipt"; code: string; outcome: null; value: string };

/**
 * What the score of each key depends on besides its facts: whether the period is closed, which sources have delivered,
 * what people settled and decided, and the figures of other sheets. `children` says which sheets of those below count
 * where something came after the close.
 */
export async function contextsOf(
  database: ReadDatabase,
  tenantId: number,
  definitions: Definitions,
  keys: readonly PlacedKey[],
  children: "published" | "adjusted" = "published",
): Promise<ScoreContext[]> {
  const { code } = definitions.scheme;
  const json = keysAsJson(keys);
  const [decided, figures, below] = await Promise.all([
    sql<Decided>`
      SELECT k.i, 'settlement' AS what, s.line_code AS code, s.outcome, s.value::text AS value
      FROM json_to_recordset(${json}::json) AS ${keyColumns}
      JOIN settlement s ON s.tenant_id = ${tenantId} AND s.organization_id = k.organization_id AND s.scheme_code = ${code}
        AND s.period_from = k.period_from AND s.period_version = k.version
      UNION ALL
      SELECT k.i, 'veto', v.veto_code, CASE WHEN v.confirmed THEN 'confirmed' ELSE 'dismissed' END, NULL
      FROM json_to_recordset(${json}::json) AS ${keyColumns}
      JOIN veto_decision v ON v.tenant_id = ${tenantId} AND v.organization_id = k.organization_id AND v.scheme_code = ${code}
        AND v.period_from = k.period_from AND v.period_version = k.version
      UNION ALL
      SELECT k.i, 'receipt', r.source, NULL, count(DISTINCT r.month)::text
      FROM json_to_recordset(${json}::json) AS ${keyColumns}
      JOIN receipt r ON r.tenant_id = ${tenantId} AND r.source = ANY(${sourcesOf(definitions)}::text[])
        AND r.organization_id = k.organization_id AND r.month >= k.period_from AND r.month <= k.period_to
      GROUP BY k.i, r.source`.execute(database),
    figuresOf(database, tenantId, definitions, keys),
    childrenOf(database, tenantId, definitions, keys, children),
  ]);
  const contexts = keys.map(({ period }, i) => ({
    closed: period.state !== "open",
    receipts: new Set<string>(),
    settlements: new Map<string, Settlement>(),
    vetoDecisions: new Map<string, boolean>(),
    figures: figures[i] ?? new Map(),
    children: below[i] ?? new Map(),
  }));
  for (const row of decided.rows) {
    const context = contexts[row.i];
    const period = keys[row.i]?.period;
    if (!context || !period) continue;
    if (row.what === "settlement") context.settlements.set(row.code, { outcome: row.outcome, value: row.value });
    else if (row.what === "veto") context.vetoDecisions.set(row.code, row.outcome === "confirmed");
    // A source has closed a longer period once it delivered for each of its months.
    else if (Number(row.value) >= periodsWithin("month", period).length) context.receipts.add(row.code);
  }
  return contexts;
}

/** Imported sources whose silence means something to this scheme. */
export function sourcesOf({ indicators }: Definitions): string[] {
  return [...new Set(indicators.map(({ source }) => source))].filter((source) => source !== "system");
}
