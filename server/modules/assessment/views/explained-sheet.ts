import type { SinceClose } from "@dutyloop/contract/since-close.ts";
import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { belongsTo } from "@dutyloop/domain/assessment/periods/closing-rules.ts";
import { evidenceOf, singleKinds } from "@dutyloop/domain/assessment/scoring/evidence.ts";
import { plainContext } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import { decodeLines, type SheetFigures } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import type { ScoreSheet } from "@dutyloop/domain/assessment/things.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { Definitions } from "../definitions.ts";
import { factsOf } from "../fact-rows.ts";
import { contextsOf, readsMore } from "../sheet-contexts.ts";
import { placesOf } from "../sheet-keys.ts";
import { sinceClose } from "./since-close.ts";
import type { StoredScore } from "./stored-scores.ts";

/** A score worked out again with all its arithmetic, and how many facts it is made of. */
export type ExplainedSheet = {
  readonly sheet: ScoreSheet;
  readonly facts: { readonly held: number; readonly afterClose: number; readonly before: number };
  /** By code of the leaves it concerns: what came after the close. */
  readonly since: ReadonlyMap<string, readonly SinceClose[]>;
};

/**
 * Scores one sheet again, in words, from what its version of the period holds: the facts, receipts, decisions and other
 * sheets of before its closing. A closed one is shown with the figures that are stored; should a line not follow from
 * what is known, it has no arithmetic. `before` is the period before, whose facts are counted only.
 */
export async function explainSheet(
  database: ReadDatabase,
  tenantId: number,
  definitions: Definitions,
  organizationId: string,
  period: PeriodStanding,
  before: PeriodStanding,
  stored: StoredScore,
  now: Date,
): Promise<ExplainedSheet> {
  const key = { organizationId, period };
  const [[facts = [], factsBefore = []], place] = await Promise.all([
    factsOf(database, tenantId, [key, { organizationId, period: before }], now),
    placesOf(database, tenantId, [key]).then(([found]) => found ?? null),
  ]);
  const keys = place === null ? [] : [{ ...key, place }];
  const ended = period.closing !== null;
  const [[context = plainContext], [contextNow]] = await Promise.all([
    contextsOf(database, tenantId, definitions, keys),
    ended && readsMore(definitions) ? contextsOf(database, tenantId, definitions, keys, "adjusted") : [],
  ]);
  const held = facts.filter(({ closing }) => belongsTo(closing, period.closing));
  const late = facts.filter(({ closing }) => !belongsTo(closing, period.closing));
  const evidence = evidenceOf(held, singleKinds(definitions.indicators));
  // Of whom the version holds nothing there was nothing to publish, in 公示 neither.
  const isNothing = place !== null && !place.whole && held.length === 0;
  const frozen = period.state === "closed" || isNothing ? figuresIn(definitions, stored) : undefined;
  const sides = { atClose: context, now: contextNow ?? context, late };
  return {
    sheet: definitions.scorer.explain(evidence, context, frozen),
    facts: {
      held: standing(held),
      afterClose: late.length,
      before: standing(factsBefore.filter(({ closing }) => belongsTo(closing, before.closing))),
    },
    since: ended ? await sinceClose(database, tenantId, definitions, organizationId, period, sides) : new Map(),
  };
}

function figuresIn({ scheme, indicators }: Definitions, { total, coverage, lines }: StoredScore): SheetFigures {
  return { total, coverage, ...decodeLines(scheme, indicators, lines) };
}

/** Facts less stornos. */
function standing(facts: readonly { readonly sign: number }[]): number {
  return facts.reduce((count, { sign }) => count + sign, 0);
}
