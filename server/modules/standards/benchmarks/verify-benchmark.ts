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
    saving.change(sql`UPDATE benchmark_result r SET verified_met = i.met, verified_note = i.note, verified_at = ${now},
        verified_by = ${actor.accountId}, due_on = CASE WHEN i.met THEN r.due_on ELSE i."dueOn" END
      FROM json_to_recordset(${JSON.stringify(items)}::json) AS i(code text, met boolean, note text, "dueOn" date)
      WHERE r.tenant_id = ${actor.tenantId} AND r.organization_id = ${organizationId} AND r.year = ${year}
        AND r.set_code = ${setCode} AND r.item_code = i.code`);
  },
  audit: ({ setCode, items }, { organizationId, year }) => ({
    object: `benchmark ${setCode} of organization ${organizationId} in ${year}`,
    after: { verified: items.map(({ code, met }) => `${code} ${met}`) },
  }),
  answer: ({ items }) => ({ verified: items.length }),
};
