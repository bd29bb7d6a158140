import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
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

/** Somebody else verifies what an organisation found of itself; his word is the last one, and a gap gets its day. */
export const verifyBenchmark: UseCase<Input, BenchmarkState, Decision, { verified: number }> = {
  name: "standards.verify_benchmark",
  access: "benchmark.verify",
  load: (transaction, input, { actor }) => benchmarkState(transaction, actor.tenantId, input),
  place: ({ path }) => path,
  decide({ set, results }, { year, items }, { actor, today }) {
    if (!set) return noSet();
    const wrong = itemsRefusal(set, year, items, today);
    if (wrong) return wrong;
    for (const { code } of items) {
      const checked = results.find(({ itemCode }) => itemCode === code);
      if (!checked) return refuse("benchmark.not_checked", { code }, "items");
      if (checked.selfBy === actor.accountId) return refuse("benchmark.own_check", { code }, "items");
    }
    return { setCode: set.code, items: onceEach(items) };
  },
  save(saving, { setCode, items }, { actor, now }, { organizationId, year }) {
    for (const { code, met, note, dueOn } of items)
      saving.change(sql`UPDATE benchmark_result SET verified_met = ${met}, verified_note = ${note}, verified_at = ${now},
          verified_by = ${actor.accountId}, due_on = CASE WHEN ${met} THEN due_on ELSE ${dueOn}::date END
        WHERE tenant_id = ${actor.tenantId} AND organization_id = ${organizationId} AND year = ${year}
          AND set_code = ${setCode} AND item_code = ${code}`);
  },
  audit: ({ setCode, items }, { organizationId, year }) => ({
    object: `benchmark ${setCode} of organization ${organizationId} in ${year}`,
    after: { verified: items.map(({ code, met }) => `${code} ${met}`) },
  }),
  answer: ({ items }) => ({ verified: items.length }),
};
