import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { belongsTo } from "@dutyloop/domain/assessment/periods/closing-rules.ts";
import { evidenceOf, singleKinds } from "@dutyloop/domain/assessment/scoring/evidence.ts";
import { plainContext } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import type { ScoreSheet } from "@dutyloop/domain/assessment/things.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { Definitions } from "../definitions.ts";
import { factsOf } from "../fact-rows.ts";
import { contextsOf } from "../sheet-contexts.ts";
import { placesOf } from "../sheet-keys.ts";

/** A score worked out again with all its arithmetic, and how many facts it is made of. */
export type ExplainedSheet = {
  readonly sheet: ScoreSheet;
  readonly facts: { readonly held: number; readonly afterClose: number; readonly before: number };
};

/**
 * Scores one sheet again from the facts that its version of the period holds, in words: the same facts, definitions and
 * context as the stored sheet, so the same figures. `before` is the period before, whose facts are counted only.
 */
export async function explainSheet(
  database: ReadDatabase,
  tenantId: number,
  definitions: Definitions,
  organizationId: string,
  period: PeriodStanding,
  before: PeriodStanding,
  now: Date,
): Promise<ExplainedSheet> {
  const key = { organizationId, period };
  const [[facts = [], factsBefore = []], place] = await Promise.all([
    factsOf(database, tenantId, [key, { organizationId, period: before }], now),
    placesOf(database, tenantId, [key]).then(([found]) => found ?? null),
  ]);
  const contexts = place === null ? [] : await contextsOf(database, tenantId, definitions, [{ ...key, place }]);
  const held = facts.filter(({ closing }) => belongsTo(closing, period.closing));
  const evidence = evidenceOf(held, singleKinds(definitions.indicators));
  return {
    sheet: definitions.scorer.explain(evidence, contexts[0] ?? plainContext),
    facts: {
      held: standing(held),
      afterClose: facts.length - held.length,
      before: standing(factsBefore.filter(({ closing }) => belongsTo(closing, before.closing))),
    },
  };
}

/** Facts less stornos. */
function standing(facts: readonly { readonly sign: number }[]): number {
  return facts.reduce((count, { sign }) => count + sign, 0);
}
