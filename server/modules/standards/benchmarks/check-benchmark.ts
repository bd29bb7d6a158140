import { sql } from "kysely";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import {
  type BenchmarkItem,
  type BenchmarkOf,
  type BenchmarkState,
  benchmarkState,
  itemsRefusal,
  noSet,
  onceEach,
} from "./benchmark-state.ts";

type Input = BenchmarkOf & { readonly items: readonly BenchmarkItem[] };
type Decision = { readonly setCode: string; readonly items: readonly BenchmarkItem[] };

/** An organisation looks at itself. What it looks at again has to be verified again. */
export const checkBenchmark: UseCase<Input, BenchmarkState, Decision, { checked: number }> = {
  name: "standards.check_benchmark",
  access: "benchmark.check",
  load: (transaction, input, { actor }) => benchmarkState(transaction, actor.tenantId, input),
  place: ({ path }) => path,
  decide({ set }, { year, items }, { today }) {
    if (!set) return noSet();
    return itemsRefusal(set, year, items, today) ?? { setCode: set.code, items: onceEach(items) };
  },
  async save({ transaction }, { setCode, items }, { actor, now }, { organizationId, year }) {
    const rows = items.map(({ code, met, note, dueOn }) => ({
      tenant_id: actor.tenantId,
      organization_id: organizationId,
      year,
      set_code: setCode,
      item_code: code,
      self_met: met,
      self_note: note,
      due_on: met ? null : dueOn,
      self_by: actor.accountId,
      self_at: now,
    }));
    await transaction
      .insertInto("benchmark_result")
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(["tenant_id", "organization_id", "year", "set_code", "item_code"]).doUpdateSet({
          self_met: sql`excluded.self_met`,
          self_note: sql`excluded.self_note`,
          due_on: sql`excluded.due_on`,
          self_by: sql`excluded.self_by`,
          self_at: sql`excluded.self_at`,
          verified_met: null,
          verified_note: null,
          verified_by: null,
          verified_at: null,
        }),
      )
      .execute();
  },
  audit: ({ setCode, items }, { organizationId, year }) => ({
    object: `benchmark ${setCode} of organization ${organizationId} in ${year}`,
    after: { items: items.map(({ code, met }) => `${code} ${met}`) },
  }),
  answer: ({ items }) => ({ checked: items.length }),
};
