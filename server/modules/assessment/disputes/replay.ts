import type { DisputeDecision } from "@dutyloop/domain/assessment/boards/dispute-rules.ts";
import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { belongsTo } from "@dutyloop/domain/assessment/periods/closing-rules.ts";
import { evidenceOf, singleKinds } from "@dutyloop/domain/assessment/scoring/evidence.ts";
import type { ScoreContext } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import type { SheetFigures } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import type { ScoringFact } from "@dutyloop/domain/assessment/things.ts";
import { v7 as uuidv7 } from "uuid";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { Definitions } from "../definitions.ts";
import { factsOf } from "../fact-rows.ts";
import { contextsOf } from "../sheet-contexts.ts";
import { placesOf } from "../sheet-keys.ts";

/** The data a sheet was made of: the facts that the period's version holds, and what else its score depends on. */
export type SheetData = {
  readonly definitions: Definitions;
  readonly facts: readonly ScoringFact[];
  readonly context: ScoreContext;
};

export async function sheetData(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  definitions: Definitions,
  period: PeriodStanding,
  now: Date,
): Promise<SheetData> {
  const key = { organizationId, period };
  const [place] = await placesOf(database, tenantId, [key]);
  if (!place) throw notFound();
  const [facts = []] = await factsOf(database, tenantId, [key], now);
  const [context] = await contextsOf(database, tenantId, definitions, [{ ...key, place }]);
  if (!context) throw notFound();
  const held = facts.filter(({ closing }) => belongsTo(closing, period.closing));
  return {
    definitions,
    context,
    facts: held.map((fact) => ({ ...fact, recordedAt: new Date(fact.recordedAt).toISOString() })),
  };
}

type Entries = Pick<DisputeDecision, "stornos" | "facts">;

/** Scores a sheet again on the same data, with the entries of an answer besides. */
export function replay({ definitions, facts, context }: SheetData, entries: Entries, now: Date): SheetFigures {
  const recordedAt = now.toISOString();
  const booked = [
    ...entries.stornos.map((fact): ScoringFact => ({ ...fact, id: uuidv7(), sign: -1, corrects: fact.id, recordedAt })),
    ...entries.facts.map((fact): ScoringFact => ({ ...fact, id: uuidv7(), sign: 1, corrects: null, recordedAt })),
  ];
  const evidence = evidenceOf([...facts, ...booked], singleKinds(definitions.indicators));
  return definitions.scorer.score(evidence, context);
}

export const noEntries: Entries = { stornos: [], facts: [] };
