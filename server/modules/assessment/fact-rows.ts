import type { ScoringFact } from "@dutyloop/domain/assessment/things.ts";
import { addMonths, firstDayOf, monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { keyColumns, keysAsJson, type SheetKey } from "./sheet-keys.ts";

/** A fact with the number of the closing that it comes before. */
export type FactRow = ScoringFact & { readonly closing: number };

/** The facts that count for each key, in the order of the keys, whenever they were booked. */
export async function factsOf(
  database: ReadDatabase,
  tenantId: number,
  keys: readonly SheetKey[],
  now: Date,
): Promise<FactRow[][]> {
  const facts = keys.map((): FactRow[] => []);
  if (keys.length === 0) return facts;
  const [first, last] = bookingMonths(keys, now);
  const { rows } = await sql<Omit<FactRow, "recordedAt"> & { i: number; recordedAt: Date }>`
    SELECT k.i, f.id, f.kind, f.sign, f.quantity, f.base, f.attributes, f.occurred_on AS "occurredOn", f.corrects,
      f.recorded_at AS "recordedAt", f.closing
    FROM json_to_recordset(${keysAsJson(keys)}::json) AS ${keyColumns}
    JOIN fact f ON f.tenant_id = ${tenantId} AND f.organization_id = k.organization_id
      AND f.counts_on >= k.period_from AND f.counts_on <= k.period_to
      AND f.posted_in >= ${first}::date AND f.posted_in <= ${last}::date`.execute(database);
  for (const { i, ...fact } of rows) facts[i]?.push({ ...fact, recordedAt: fact.recordedAt.toISOString() });
  return facts;
}

/**
 * First and last month in which facts of these keys can be booked: their own, and for those that came after a close the
 * months up to now. Tells PostgreSQL which parts of the table to open.
 */
export function bookingMonths(keys: readonly Pick<SheetKey, "period">[], now: Date): [PlainDate, PlainDate] {
  const from = keys.map(({ period }) => period.from).sort()[0] as PlainDate;
  const to = keys
    .map(({ period }) => period.to)
    .sort()
    .at(-1) as PlainDate;
  // A day more than today anywhere: the group's own time zone may already be in the next month.
  const today = now.toISOString().slice(0, 10);
  const latest = [to, today].sort()[1] as PlainDate;
  return [from, firstDayOf(addMonths(monthOf(latest), 1))];
}
