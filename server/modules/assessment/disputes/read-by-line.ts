import type { IndicatorBody, Selection } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { meetsAll } from "@dutyloop/domain/assessment/scoring/fact-selection.ts";
import type { ScoringFact } from "@dutyloop/domain/assessment/things.ts";
import type { Definitions } from "../definitions.ts";

/** What tells whether an indicator reads a fact. */
type Read = Pick<ScoringFact, "kind" | "attributes">;

/** Whether a line counts a fact: a leaf by its selections or those its formula reads, a node by any leaf below. */
export function readByLine(definitions: Definitions, code: string): (fact: Read) => boolean {
  const selections = selectionsOf(definitions, code);
  return (fact) => selections.some((one) => one.kind === fact.kind && meetsAll(fact.attributes, one.conditions));
}

/** Whether any line of the scheme counts a fact. */
export function readByScheme(definitions: Definitions): (fact: Read) => boolean {
  const lines = definitions.frames.map(({ code }) => readByLine(definitions, code));
  return (fact) => lines.some((reads) => reads(fact));
}

function selectionsOf(definitions: Definitions, code: string): Selection[] {
  const { frames, indicators } = definitions;
  const below = frames.filter(({ parent }) => parent === code);
  if (below.length > 0) return below.flatMap((line) => selectionsOf(definitions, line.code));
  const version = frames.find((line) => line.code === code)?.version;
  const indicator = indicators.find((body) => body.code === code && body.version === version);
  return indicator === undefined ? [] : selectionsOfIndicator(indicator, indicators);
}

function selectionsOfIndicator(indicator: IndicatorBody, all: readonly IndicatorBody[]): Selection[] {
  const { aggregation, filter } = indicator;
  const own =
    "of" in aggregation
      ? [aggregation.of]
      : aggregation.form === "ratio"
        ? [aggregation.numerator, aggregation.denominator]
        : [];
  const inputs = aggregation.form === "formula" ? aggregation.inputs : [];
  const read = inputs.flatMap((input) =>
    all.filter((body) => body.code === input.indicator && body.version === input.version),
  );
  return [
    ...own.map(({ kind, conditions }) => ({ kind, conditions: [...filter, ...conditions] })),
    ...read.flatMap((body) => selectionsOfIndicator(body, all)),
  ];
}
