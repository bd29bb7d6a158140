import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { benchmarkFor } from "@dutyloop/domain/standards/benchmark-rules.ts";
import type { BenchmarkSet } from "@dutyloop/domain/standards/benchmark-things.ts";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import { setsOfGroup } from "./own-sets.ts";

export type StoredResult = {
  readonly itemCode: string;
  readonly selfMet: boolean;
  readonly selfNote: string;
  readonly dueOn: PlainDate | null;
  readonly selfBy: string;
  readonly selfAt: Date;
  readonly verifiedMet: boolean | null;
  readonly verifiedNote: string | null;
  readonly verifiedAt: Date | null;
};

/** What one organisation found in a year, item by item. */
export async function resultsOf(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  year: number,
  setCode: string,
): Promise<StoredResult[]> {
  return database
    .selectFrom("benchmark_result")
    .where("tenant_id", "=", tenantId)
    .where("organization_id", "=", organizationId)
    .where("year", "=", year)
    .where("set_code", "=", setCode)
    .select([
      "item_code as itemCode",
      "self_met as selfMet",
      "self_note as selfNote",
      "due_on as dueOn",
      "self_by as selfBy",
      "self_at as selfAt",
      "verified_met as verifiedMet",
      "verified_note as verifiedNote",
      "verified_at as verifiedAt",
    ])
    .execute();
}

export type BenchmarkOf = { readonly organizationId: string; readonly year: number };
export type BenchmarkItem = {
  readonly code: string;
  readonly met: boolean;
  readonly note: string;
  readonly dueOn: PlainDate | null;
};

export type BenchmarkState = {
  readonly path: string;
  readonly set: BenchmarkSet | undefined;
  readonly results: readonly StoredResult[];
};

export async function benchmarkState(
  transaction: Transaction,
  tenantId: number,
  { organizationId, year }: BenchmarkOf,
): Promise<BenchmarkState> {
  const place = await transaction
    .selectFrom("organization")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", organizationId)
    .select(["path", "kind"])
    // One at a time: who verifies and who looks again don't step over each other.
    .forUpdate()
    .executeTakeFirst();
  if (!place) throw notFound();
  const sets = await setsOfGroup(transaction, tenantId);
  const set = benchmarkFor(sets(year), place.kind as OrganizationKind);
  const results = set ? await resultsOf(transaction, tenantId, organizationId, year, set.code) : [];
  return { path: place.path, set, results };
}

/** What is wrong with the items that were sent, or null: unknown ones, gaps without a day to come, a year to come. */
export function itemsRefusal(
  set: BenchmarkSet,
  year: number,
  items: readonly BenchmarkItem[],
  today: PlainDate,
): Refusal | null {
  if (year > Number(today.slice(0, 4))) return refuse("benchmark.year_in_future", { year }, "year");
  const known = new Set(set.parts.flatMap((part) => part.items.map(({ code }) => code)));
  for (const { code, met, dueOn } of items) {
    if (!known.has(code)) return refuse("benchmark.item_unknown", { code }, "items");
    if (met) continue;
    if (dueOn === null) return refuse("benchmark.due_missing", { code }, "items");
    if (dueOn < today) return refuse("benchmark.due_in_past", { code, today }, "items");
  }
  return null;
}

export const noSet = () => refuse("benchmark.none_for_kind", {}, "organizationId");

/** Each item once, as it was sent last. */
export function onceEach(items: readonly BenchmarkItem[]): BenchmarkItem[] {
  return [...new Map(items.map((item) => [item.code, item])).values()];
}
