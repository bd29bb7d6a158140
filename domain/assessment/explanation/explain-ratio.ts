import { clamp, divide, one, parse, type Rational, toReadableText, zero } from "../../kernel/rational.ts";
import { byAttribute } from "../scoring/fact-selection.ts";
import type { Gauge } from "../scoring/indicator-gauge.ts";
import { type Intake, type RatioForm, ratioSlots } from "../scoring/indicator-intake.ts";
import { emptyTally, sumOf, type Tally } from "../scoring/tally.ts";
import type { Arithmetic, Evidence } from "../things.ts";

/** A share of its target with both sides of the line, all together and by template. */
export function ratioArithmetic(
  { intake, tally, lateFactor }: Gauge,
  { timeliness }: RatioForm,
  target: string,
  value: Rational,
  taken: readonly Evidence[],
): Arithmetic {
  const quotients = { target, quotient: toReadableText(value), ...shareOfTarget(value, parse(target)) };
  const templates = byAttribute(taken, "template").map(
    ([template, groups]) => [template, tallyOf(intake!, groups)] as const,
  );
  if (timeliness === "weighted") {
    const breakdown = templates.map(([template, sums]) => ({ template, ...timelyFigures(sums) }));
    return { form: "timely_ratio", ...timelyFigures(tally), lateFactor, ...quotients, breakdown };
  }
  const breakdown = templates.map(([template, sums]) => ({ template, ...ratioFigures(sums) }));
  return { form: "ratio", ...ratioFigures(tally), ...quotients, breakdown };
}

/** The share of the target that counts, 0 to 1. */
export function shareOfTarget(value: Rational, target: Rational): { ofTarget: string; capped: boolean } {
  const share = divide(value, target);
  return { ofTarget: toReadableText(clamp(share, zero, one)), capped: share.n > share.d };
}

export function timelyFigures(sums: Tally): { due: string; onTime: string; late: string } {
  return {
    due: slotText(sums, ratioSlots.denominator),
    onTime: slotText(sums, ratioSlots.onTime),
    late: slotText(sums, ratioSlots.late),
  };
}

export function ratioFigures(sums: Tally): { numerator: string; denominator: string } {
  return {
    numerator: slotText(sums, ratioSlots.onTime),
    denominator: slotText(sums, ratioSlots.denominator),
  };
}

function tallyOf(intake: Intake, groups: readonly Evidence[]): Tally {
  const sums = emptyTally(intake.slots);
  for (const group of groups) intake.take(group, sums);
  return sums;
}

function slotText(sums: Tally, slot: number): string {
  return toReadableText(sumOf(sums, slot));
}
