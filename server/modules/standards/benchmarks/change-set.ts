import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { benchmarkPartsRefusal } from "@dutyloop/domain/standards/benchmark-set-rules.ts";
import type { BenchmarkPart, BenchmarkSet } from "@dutyloop/domain/standards/benchmark-things.ts";
import { sql } from "kysely";
import { topPath } from "../../../platform/access/place.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { setsOfGroup } from "./own-sets.ts";

type Input = { readonly setCode: string; readonly year: number; readonly parts: readonly BenchmarkPart[] };
type State = { readonly path: string; readonly before: BenchmarkSet | undefined };
type Decision = { readonly before: BenchmarkSet };

/** Gives a set the parts and items that the group wants, from this year on: earlier years keep what they were held against. */
export const changeBenchmarkSet: UseCase<Input, State, Decision, { items: number }> = {
  name: "standards.change_benchmark_set",
  access: "template.manage",
  async load(transaction, { setCode, year }, { actor }) {
    const sets = await setsOfGroup(transaction, actor.tenantId);
    return {
      path: await topPath(transaction, actor.tenantId),
      before: sets(year).find(({ code }) => code === setCode),
    };
  },
  place: ({ path }) => path,
  decide({ before }, { year, parts }, { today }) {
    if (!before) return refuse("not_found");
    if (year < Number(today.slice(0, 4))) return refuse("benchmark.year_is_over", { year }, "year");
    return benchmarkPartsRefusal(parts) ?? { before };
  },
  save(saving, _decision, { actor, now }, { setCode, year, parts }) {
    saving.change(sql`INSERT INTO benchmark_own_set (tenant_id, set_code, from_year, parts, decided_at)
      VALUES (${actor.tenantId}, ${setCode}, ${year}, ${JSON.stringify(parts)}::jsonb, ${now})
      ON CONFLICT (tenant_id, set_code, from_year) DO UPDATE SET parts = excluded.parts, decided_at = excluded.decided_at`);
  },
  audit: ({ before }, { setCode, year, parts }) => ({
    object: `benchmark set ${setCode} from ${year} on`,
    before: { items: codesOf(before.parts) },
    after: { items: codesOf(parts) },
  }),
  answer: (_decision, { parts }) => ({ items: codesOf(parts).length }),
};

function codesOf(parts: readonly BenchmarkPart[]): string[] {
  return parts.flatMap(({ items }) => items.map(({ code }) => code));
}
