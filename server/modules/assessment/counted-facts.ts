import { evidenceOf } from "@dutyloop/domain/assessment/scoring/evidence.ts";
import type { Evidence, FactKind, ScoringFact } from "@dutyloop/domain/assessment/things.ts";
import { add, parse, toText } from "@dutyloop/domain/kernel/rational.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { bookingMonths } from "./fact-rows.ts";
import { keyColumns, keysAsJson, type SheetKey } from "./sheet-keys.ts";

/** Whether it came after the closing of the key's version. */
type Timed = { readonly late: boolean };

/**
 * The facts that count for a key: added up by kind and attributes where they were read, which is most of the work of a
 * score, and one by one where they must be told from each other. A sum that its stornos empty is still there.
 */
export type CountedFacts = {
  readonly sums: readonly (Evidence & Timed)[];
  readonly single: readonly (ScoringFact & Timed)[];
};

/** Those of each key, in the order of the keys, whenever they were booked; facts of the kinds in `singles` one by one. */
export async function countedFactsOf(
  database: ReadDatabase,
  tenantId: number,
  keys: readonly SheetKey[],
  singles: ReadonlySet<FactKind>,
  now: Date,
): Promise<CountedFacts[]> {
  const found = keys.map(() => ({ sums: [] as (Evidence & Timed)[], single: [] as (ScoringFact & Timed)[] }));
  if (keys.length === 0) return found;
  const [first, last] = bookingMonths(keys, now);
  const counting = sql`json_to_recordset(${keysAsJson(keys)}::json) AS ${keyColumns}
    JOIN fact f ON f.tenant_id = ${tenantId} AND f.organization_id = k.organization_id
      AND f.counts_on >= k.period_from AND f.counts_on <= k.period_to
      AND f.posted_in >= ${first}::date AND f.posted_in <= ${last}::date`;
  const [sums, single] = await Promise.all([
    sql<Evidence & Timed & { i: number }>`
      SELECT k.i, f.kind, f.attributes, coalesce(f.closing > k.closing, false) AS late, sum(f.sign)::int AS count,
        sum(f.sign * f.quantity)::text AS quantity, sum(f.sign * coalesce(f.base, 0))::text AS base, NULL AS single
      FROM ${counting} WHERE f.kind <> ALL(${[...singles]}::text[]) GROUP BY 1, 2, 3, 4`.execute(database),
    singles.size === 0
      ? { rows: [] }
      : sql<Omit<ScoringFact, "recordedAt"> & Timed & { i: number; recordedAt: Date }>`
      SELECT k.i, f.id, f.kind, f.sign, f.quantity, f.base, f.attributes, f.occurred_on AS "occurredOn", f.corrects,
        f.recorded_at AS "recordedAt", coalesce(f.closing > k.closing, false) AS late
      FROM ${counting} WHERE f.kind = ANY(${[...singles]}::text[])`.execute(database),
  ]);
  for (const { i, ...sum } of sums.rows) found[i]?.sums.push(sum);
  for (const { i, ...fact } of single.rows)
    found[i]?.single.push({ ...fact, recordedAt: fact.recordedAt.toISOString() });
  return found;
}

export function isAny({ sums, single }: CountedFacts): boolean {
  return sums.length + single.length > 0;
}

export function isAnyLate({ sums, single }: CountedFacts): boolean {
  return sums.some(({ late }) => late) || single.some(({ late }) => late);
}

/** What the key's version holds. */
export function inTimeOf({ sums, single }: CountedFacts): CountedFacts {
  return { sums: sums.filter(({ late }) => !late), single: single.filter(({ late }) => !late) };
}

/** As scoring reads them; the same as `evidenceOf` makes of the facts. */
export function evidenceOfCounted(counted: CountedFacts, singles: ReadonlySet<FactKind>): Evidence[] {
  const sums = isAnyLate(counted) ? merged(counted.sums) : counted.sums;
  return [...sums.filter(({ count }) => count !== 0), ...evidenceOf(counted.single, singles)];
}

/** Sums of the same kind and attributes, in time and late, as one. */
function merged(sums: readonly Evidence[]): Evidence[] {
  const found = new Map<string, Evidence>();
  for (const sum of sums) {
    // The database writes the names of attributes in one order.
    const key = `${sum.kind} ${JSON.stringify(sum.attributes)}`;
    const other = found.get(key);
    found.set(key, other === undefined ? sum : together(other, sum));
  }
  return [...found.values()];
}

function together(one: Evidence, other: Evidence): Evidence {
  // Sums of decimals are decimals.
  const plus = (a: string, b: string) => toText(add(parse(a), parse(b))) as string;
  const [quantity, base] = [plus(one.quantity, other.quantity), plus(one.base, other.base)];
  return { ...one, count: one.count + other.count, quantity, base };
}
