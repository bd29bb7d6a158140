import { parse, toReadableText } from "../../kernel/rational.ts";
import type { IndicatorBody } from "../definitions/indicator.ts";
import type { Leaf } from "../definitions/scheme.ts";
import { factsIn, select } from "../scoring/fact-selection.ts";
import { type Gauge, inputState } from "../scoring/indicator-gauge.ts";
import { judgesSlots, meanSlots } from "../scoring/indicator-intake.ts";
import type { ScoreContext } from "../scoring/score-context.ts";
import type { LineFigures } from "../scoring/sheet-figures.ts";
import { sumOf } from "../scoring/tally.ts";
import { meaningOf } from "../scoring/without-data.ts";
import type { Arithmetic, Evidence } from "../things.ts";
import { originOf } from "./explain-origin.ts";
import { ratioArithmetic } from "./explain-ratio.ts";
import { ruleArithmetic } from "./explain-rule.ts";

/** A leaf that was scored just now, with what it was scored from. */
type LeafAtHand = {
  readonly leaf: Leaf;
  readonly gauge: Gauge;
  readonly evidence: readonly Evidence[];
  readonly context: ScoreContext;
  readonly line: LineFigures;
};

/** How a leaf came to its figures. */
export function leafArithmetic(hand: LeafAtHand): Arithmetic {
  const { leaf, gauge, evidence, context, line } = hand;
  const fullMarks = parse(leaf.fullMarks);
  if (line.why === "settled") return settledArithmetic(hand);
  const { reading, indicator } = gauge;
  if (line.value === null || reading.value === null) return missingArithmetic(gauge, context);
  const taken = evidenceTaken(indicator, evidence);
  if (indicator.aggregation.form === "ratio" && indicator.pointsRule.rule === "ratio") {
    return ratioArithmetic(gauge, indicator.aggregation, indicator.pointsRule.target, reading.value, taken);
  }
  const origin = originOf(gauge, taken, context);
  return ruleArithmetic(indicator, fullMarks, reading.value, { taken, origin });
}

function settledArithmetic({ leaf, gauge, context }: LeafAtHand): Arithmetic {
  const { outcome, value } = context.settlements.get(leaf.indicator)!;
  if (value === null) {
    return { form: "settled", outcome: outcome === "not_applicable" ? "not_applicable" : "zero" };
  }
  return ruleArithmetic(gauge.indicator, parse(leaf.fullMarks), parse(value), {
    taken: [],
    origin: { of: "settled" },
  });
}

function missingArithmetic(gauge: Gauge, context: ScoreContext): Arithmetic {
  const { aggregation } = gauge.indicator;
  const lack = gauge.reading.lack ?? "division";
  if (lack === "sample" && aggregation.form === "mean") {
    const answers = toReadableText(sumOf(gauge.tally, meanSlots.answers));
    return { form: "sample", answers, minimum: aggregation.sample?.minimum ?? 0 };
  }
  if (lack === "judges" && aggregation.form === "judges") {
    return {
      form: "judges_missing",
      judged: Number(sumOf(gauge.tally, judgesSlots.judged).n),
      minimum: aggregation.minimum,
    };
  }
  if (aggregation.form === "formula" && lack !== "division") {
    const inputs = gauge.inputs.map((input) => ({
      name: input.name,
      indicator: input.gauge.indicator.code,
      state: inputState(input.gauge, context),
    }));
    return { form: "inputs_missing", inputs };
  }
  return { form: "no_data", meaning: meaningOf(lack, gauge.indicator, context) };
}

/** The evidence that an indicator takes in itself. */
function evidenceTaken({ aggregation, filter }: IndicatorBody, evidence: readonly Evidence[]): readonly Evidence[] {
  if (aggregation.form === "ratio") {
    const above = select(evidence, aggregation.numerator, filter);
    const below = select(evidence, aggregation.denominator, filter);
    return [...new Set([...above, ...below])];
  }
  return "of" in aggregation ? select(evidence, aggregation.of, filter) : [];
}

/** How many facts stand behind an indicator's value, those of a formula's inputs included. */
export function factCountOf(gauge: Gauge, evidence: readonly Evidence[]): number {
  return factsIn([...new Set(evidenceBehind(gauge, evidence))]);
}

function evidenceBehind({ indicator, inputs }: Gauge, evidence: readonly Evidence[]): readonly Evidence[] {
  return [...evidenceTaken(indicator, evidence), ...inputs.flatMap((input) => evidenceBehind(input.gauge, evidence))];
}
