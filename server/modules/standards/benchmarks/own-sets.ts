import { type OwnBenchmarkParts, setsInYear } from "@dutyloop/domain/standards/benchmark-set-rules.ts";
import { type BenchmarkSet, benchmarkSet } from "@dutyloop/domain/standards/benchmark-things.ts";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";
import { loadLibrary } from "../../../platform/library/load.ts";

let loaded: Promise<BenchmarkSet[]> | undefined;

/** The built-in sets, read once. */
export function benchmarkSets(): Promise<BenchmarkSet[]> {
  loaded ??= loadLibrary("benchmarks", benchmarkSet).then((entries) => entries.map(({ body }) => body));
  return loaded;
}

/** What a group made of its sets, over the years. */
async function ownParts(database: ReadDatabase | Transaction, tenantId: number): Promise<OwnBenchmarkParts[]> {
  const rows = await database
    .selectFrom("benchmark_own_set")
    .where("tenant_id", "=", tenantId)
    .select(["set_code as setCode", "from_year as fromYear", "parts"])
    .execute();
  return rows as unknown as OwnBenchmarkParts[];
}

/** The sets of a group by the year they are asked for. */
export async function setsOfGroup(
  database: ReadDatabase | Transaction,
  tenantId: number,
): Promise<(year: number) => BenchmarkSet[]> {
  const [builtIn, own] = await Promise.all([benchmarkSets(), ownParts(database, tenantId)]);
  return (year) => setsInYear(builtIn, own, year);
}
