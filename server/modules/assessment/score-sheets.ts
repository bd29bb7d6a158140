import { scoreSheet } from "@dutyloop/domain/assessment/score.ts";
import type { ScoringFact } from "@dutyloop/domain/assessment/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";
import { type Definitions, loadDefinitions, monthlyScheme } from "./definitions.ts";

/** An organisation and the first day of a month. */
export type SheetKey = { readonly organizationId: string; readonly month: PlainDate };

type FactRow = ScoringFact & { organizationId: string; month: PlainDate };

/**
 * Scores these sheets anew from their facts: those that count in the month and were posted in it. A sheet without facts
 * is taken away, so that a score never stands without its evidence.
 */
export async function writeSheets(
  transaction: Transaction,
  tenantId: number,
  keys: readonly SheetKey[],
  now: Date,
): Promise<void> {
  if (keys.length === 0) return;
  const definitions = await loadDefinitions(transaction, tenantId, monthlyScheme);
  const list = JSON.stringify(keys.map((key) => ({ organization_id: key.organizationId, month: key.month })));
  const { rows } = await sql<FactRow>`
    SELECT f.id, f.kind, f.sign, f.quantity, f.base, f.attributes, f.organization_id AS "organizationId", k.month
    FROM jsonb_to_recordset(${list}::jsonb) AS k(organization_id uuid, month date)
    JOIN fact f ON f.tenant_id = ${tenantId} AND f.organization_id = k.organization_id AND f.posted_in = k.month
      AND f.counts_on >= k.month AND f.counts_on < (k.month + interval '1 month')::date`.execute(transaction);
  const bySheet = new Map<string, ScoringFact[]>();
  for (const row of rows) {
    const key = `${row.organizationId} ${row.month}`;
    const facts = bySheet.get(key);
    if (facts) facts.push(row);
    else bySheet.set(key, [row]);
  }
  const sheets = keys.flatMap((key) => {
    const facts = bySheet.get(`${key.organizationId} ${key.month}`);
    return facts ? [sheetRow(definitions, tenantId, key, facts, now)] : [];
  });
  await replaceSheets(transaction, tenantId, list, sheets);
}

function sheetRow(
  { scheme, indicators }: Definitions,
  tenantId: number,
  key: SheetKey,
  facts: ScoringFact[],
  now: Date,
) {
  const sheet = scoreSheet(scheme, indicators, facts, { closed: false });
  return {
    tenant_id: tenantId,
    organization_id: key.organizationId,
    scheme_code: scheme.code,
    month: key.month,
    period_version: 1,
    scheme_version: scheme.version,
    total: sheet.total,
    coverage: sheet.coverage,
    lines: sheet.lines,
    computed_at: now,
  };
}

async function replaceSheets(
  transaction: Transaction,
  tenantId: number,
  list: string,
  sheets: object[],
): Promise<void> {
  await sql`DELETE FROM score_sheet s USING jsonb_to_recordset(${list}::jsonb) AS k(organization_id uuid, month date)
    WHERE s.tenant_id = ${tenantId} AND s.organization_id = k.organization_id AND s.scheme_code = ${monthlyScheme}
      AND s.month = k.month AND s.period_version = 1`.execute(transaction);
  await sql`INSERT INTO score_sheet SELECT * FROM jsonb_populate_recordset(NULL::score_sheet, ${JSON.stringify(sheets)}::jsonb)`.execute(
    transaction,
  );
}
