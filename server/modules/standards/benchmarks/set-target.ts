import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { type BenchmarkOf, type BenchmarkState, benchmarkState, noSet } from "./benchmark-state.ts";

type Input = BenchmarkOf & { readonly target: number };
type Decision = { readonly setCode: string };

/** The share of items that an organisation is to meet in a year (三年登高). */
export const setBenchmarkTarget: UseCase<Input, BenchmarkState, Decision, { target: number }> = {
  name: "standards.set_benchmark_target",
  access: "benchmark.verify",
  load: (transaction, input, { actor }) => benchmarkState(transaction, actor.tenantId, input),
  place: ({ path }) => path,
  decide: ({ set }) => (set ? { setCode: set.code } : noSet()),
  async save({ transaction }, { setCode }, { actor, now }, { organizationId, year, target }) {
    const decided = { target, set_at: now, set_by: actor.accountId };
    const key = { tenant_id: actor.tenantId, organization_id: organizationId, year, set_code: setCode };
    await transaction
      .insertInto("benchmark_target")
      .values({ ...key, ...decided })
      .onConflict((conflict) =>
        conflict.columns(["tenant_id", "organization_id", "year", "set_code"]).doUpdateSet(decided),
      )
      .execute();
  },
  audit: (_decision, { organizationId, year, target }) => ({
    object: `benchmark target of organization ${organizationId} in ${year}`,
    after: { target },
  }),
  answer: (_decision, { target }) => ({ target }),
};
