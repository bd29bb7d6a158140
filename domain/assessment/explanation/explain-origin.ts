import { parse, sum, toReadableText } from "../../kernel/rational.ts";
import type { Aggregation } from "../definitions/indicator.ts";
import { factsIn } from "../scoring/fact-selection.ts";
import type { Gauge } from "../scoring/indicator-gauge.ts";
import { answersOf, type JudgesForm, judgesCounted, latest, singleOf } from "../scoring/indicator-intake.ts";
import { rollupSums } from "../scoring/indicator-reading.ts";
import type { ScoreContext } from "../scoring/score-context.ts";
import type { Evidence, LineState, ValueOrigin } from "../things.ts";
import { ratioFigures, timelyFigures } from "./explain-ratio.ts";

/** How the value came about that the points rule turns into points. */
export function originOf(gauge: Gauge, taken: readonly Evidence[], context: ScoreContext): ValueOrigin {
  const { aggregation } = gauge.indicator;
  switch (aggregation.form) {
    case "ratio":
      return aggregation.timeliness === "weighted"
        ? { of: "timely_ratio", ...timelyFigures(gauge.tally), lateFactor: gauge.lateFactor }
        : { of: "ratio", ...ratioFigures(gauge.tally) };
    case "sum":
    case "count":
      return { of: aggregation.form, facts: factsIn(taken) };
    case "last":
      return { of: "last", occurredOn: singleOf(latest(taken)).occurredOn, facts: taken.length };
    case "mean":
      return meanOrigin(taken, aggregation.sample?.attribute ?? null);
    case "judges":
      return judgesOrigin(taken, aggregation);
    case "formula":
      return formulaOrigin(gauge, aggregation.expression);
    case "rollup":
      return rollupOrigin(aggregation, context);
    case "figure":
      return { of: "figure", scheme: aggregation.scheme };
  }
}

function meanOrigin(taken: readonly Evidence[], answers: string | null): ValueOrigin {
  const answered = answers === null ? null : sumOfTexts(taken.map((group) => answersOf(group, answers)));
  return { of: "mean", sum: sumOfTexts(quantities(taken)), facts: taken.length, answers: answered };
}

/** The judges in the order of their names, whoever entered first. */
function judgesOrigin(taken: readonly Evidence[], form: JudgesForm): ValueOrigin {
  const counted = new Set(judgesCounted(taken, form));
  const judges = taken
    .map((group) => ({ group, judge: String(group.attributes.judge ?? ""), id: singleOf(group).id }))
    .sort((a, b) => (a.judge === b.judge ? (a.id < b.id ? -1 : 1) : a.judge < b.judge ? -1 : 1))
    .map(({ group, judge }) => ({ judge, points: group.quantity, counted: counted.has(group) }));
  return { of: "judges", judges, sum: sumOfTexts(quantities([...counted])), counted: counted.size };
}

function formulaOrigin({ inputs }: Gauge, expression: string): ValueOrigin {
  return {
    of: "formula",
    expression,
    inputs: inputs.map(({ name, gauge }) => ({
      name,
      indicator: gauge.indicator.code,
      value: gauge.reading.value === null ? "0" : toReadableText(gauge.reading.value),
    })),
  };
}

function rollupOrigin(form: Extract<Aggregation, { form: "rollup" }>, { children }: ScoreContext): ValueOrigin {
  const below = children.get(`${form.scheme} ${form.line ?? ""}`) ?? [];
  const sums = rollupSums(form, below);
  const inState = (state: LineState) => below.filter((child) => child.state === state).length;
  return {
    of: "rollup",
    scheme: form.scheme,
    line: form.line,
    weighting: form.weighting,
    scored: inState("scored"),
    pending: inState("pending"),
    notApplicable: inState("not_applicable"),
    sum: toReadableText(sums.sum),
    weights: toReadableText(sums.weights),
  };
}

function quantities(groups: readonly Evidence[]): readonly string[] {
  return groups.map((group) => group.quantity);
}

function sumOfTexts(texts: readonly string[]): string {
  return toReadableText(sum(texts.map(parse)));
}
