import { periodsWithin } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { evidenceOf, singleKinds } from "@dutyloop/domain/assessment/scoring/evidence.ts";
import type { ScoreContext, Settlement } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import { type RawBuilder, sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { Definitions } from "./definitions.ts";
import { factsOf } from "./fact-rows.ts";
import { childrenOf, figuresOf, readSchemes } from "./other-sheets.ts";
import { keyColumns, keysAsJson, type PlaceInPeriod, type SheetKey } from "./sheet-keys.ts";
import type { ScoreBefore, Standing } from "./sheets-before.ts";

export type PlacedKey = SheetKey & { readonly place: PlaceInPeriod };

type Decided =
  | { i: number; what: "settlement"; code: string; outcome: Settlement["outcome"]; value: string | null }
  | { i: number; what: "veto"; code: string; outcome: "confirmed" | "dismissed"; value: null }
  | { i: number; what: "receipt"; code: string; outcome: null; value: string };

/** What a context takes in: what the version of each key holds, all there is by now, or what came before a closing. */
export type Counted = "published" | "adjusted" | number;

/**
 * What the score of each key depends on besides its facts: whether the period is closed, which sources have delivered,
 * what people settled and decided, and the figures of other sheets. What a closed version holds doesn't change any more:
 * receipts are told apart by their closing as facts are, settlements and decisions belong to one version, and other sheets
 * are read as they stood when its entries ended.
 */
export async function contextsOf(
  database: ReadDatabase,
  tenantId: number,
  definitions: Definitions,
  keys: readonly PlacedKey[],
  counted: Counted = "published",
): Promise<ScoreContext[]> {
  if (keys.length === 0) return [];
  const standing: Standing =
    counted === "adjusted"
      ? "adjusted"
      : { closing: counted === "published" ? null : counted, score: scoreBefore(database, tenantId) };
  const inTime = receivedInTime(counted);
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
        AND ${inTime}
      GROUP BY k.i, r.source`.execute(database),
    figuresOf(database, tenantId, definitions, keys, standing),
    childrenOf(database, tenantId, definitions, keys, standing),
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

/** The receipts `r` that count for a key `k`: those that came in time and weren't withdrawn in time. */
function receivedInTime(counted: Counted): RawBuilder<unknown> {
  const withdrawn = (inTime: RawBuilder<unknown>) => sql`EXISTS (SELECT 1 FROM receipt_withdrawal w
    WHERE w.tenant_id = r.tenant_id AND w.receipt_id = r.id AND ${inTime})`;
  if (counted === "adjusted") return sql`NOT ${withdrawn(sql`true`)}`;
  const before = counted === "published" ? sql`coalesce(k.closing, 2147483647)` : sql`${counted}::int`;
  return sql`r.closing <= ${before} AND NOT ${withdrawn(sql`w.closing <= ${before}`)}`;
}

/** Facts before a closing may have been booked at any time until then. */
const anyTime = new Date("9998-01-01T00:00:00Z");

/** Scores sheets again from the facts and all else that came before a closing. */
function scoreBefore(database: ReadDatabase, tenantId: number): ScoreBefore {
  return async (definitions, keys, closing) => {
    const singles = singleKinds(definitions.indicators);
    const [facts, contexts] = await Promise.all([
      factsOf(database, tenantId, keys, anyTime),
      contextsOf(database, tenantId, definitions, keys, closing),
    ]);
    return contexts.map((context, i) => {
      const held = (facts[i] ?? []).filter((fact) => fact.closing <= closing);
      return definitions.scorer.score(evidenceOf(held, singles), context);
    });
  };
}

/** Whether a sheet depends on more than facts and what people decided: on what sources delivered, or on other sheets. */
export function readsMore(definitions: Definitions): boolean {
  const { figures, rollups } = readSchemes(definitions);
  return figures.length + rollups.length + sourcesOf(definitions).length > 0;
}

/** Imported sources whose silence means something to this scheme. */
export function sourcesOf({ indicators }: Definitions): string[] {
  return [...new Set(indicators.map(({ source }) => source))].filter((source) => source !== "system");
}
