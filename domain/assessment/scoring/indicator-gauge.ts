import { parse, zero } from "../../kernel/rational.ts";
import type { Aggregation, IndicatorBody } from "../definitions/indicator.ts";
import { compileFormula, type Formula } from "../formulas/formula.ts";
import { type Intake, intakeOf } from "./indicator-intake.ts";
import { lacking, type Reading, readingOf, readRollup, readTally } from "./indicator-reading.ts";
import { indicatorNamed, versionKey } from "./line-frames.ts";
import { memoOf, tupleMemoOf } from "./memo.ts";
import type { ScoreContext } from "./score-context.ts";
import { emptyTally, type Tally } from "./tally.ts";
import { meaningOf } from "./without-data.ts";

/** An indicator version at work: it takes in the evidence of one sheet after another and reads its value off. */
export type Gauge = {
  readonly indicator: IndicatorBody;
  readonly intake: Intake | null;
  readonly tally: Tally;
  /** λ of the scheme. */
  readonly lateFactor: string;
  /** The indicators a formula computes with. */
  readonly inputs: readonly { readonly name: string; readonly gauge: Gauge }[];
  readonly read: (context: ScoreContext) => Reading;
  /** What was read last. */
  reading: Reading;
};

/** How many different figures a gauge remembers the reading of. */
const remembered = 20_000;

/** The gauges of a scheme's indicators and of those their formulas name, each after the ones it needs. */
export type Gauges = { readonly inOrder: readonly Gauge[]; of(code: string, version: number): Gauge };

/**
 * Gauges for these indicator versions. Throws where a formula can't be read, names an indicator that isn't there, or
 * leads back to itself.
 */
export function gaugesFor(
  used: readonly { readonly indicator: string; readonly version: number }[],
  indicators: ReadonlyMap<string, IndicatorBody>,
  lateFactor: string,
): Gauges {
  const gauges = new Map<string, Gauge>();
  const begun = new Set<string>();
  const gaugeOf = (code: string, version: number): Gauge => {
    const key = versionKey(code, version);
    const ready = gauges.get(key);
    if (ready !== undefined) return ready;
    if (begun.has(key)) throw new Error(`the formula of ${key} leads back to itself`);
    begun.add(key);
    const gauge = newGauge(indicatorNamed(indicators, code, version), lateFactor, gaugeOf);
    gauges.set(key, gauge);
    return gauge;
  };
  for (const { indicator, version } of used) gaugeOf(indicator, version);
  return { inOrder: [...gauges.values()], of: gaugeOf };
}

function newGauge(
  indicator: IndicatorBody,
  lateFactor: string,
  gaugeOf: (code: string, version: number) => Gauge,
): Gauge {
  const intake = intakeOf(indicator);
  const tally = emptyTally(intake?.slots ?? 0);
  const { aggregation } = indicator;
  const inputs =
    aggregation.form === "formula"
      ? aggregation.inputs.map((input) => ({ name: input.name, gauge: gaugeOf(input.indicator, input.version) }))
      : [];
  return {
    indicator,
    intake,
    tally,
    lateFactor,
    inputs,
    read: readerOf(indicator, aggregation, { intake, tally, inputs, lateFactor }),
    reading: lacking("silence"),
  };
}

type Parts = Pick<Gauge, "intake" | "tally" | "inputs" | "lateFactor">;

function readerOf(indicator: IndicatorBody, aggregation: Aggregation, parts: Parts): Gauge["read"] {
  switch (aggregation.form) {
    case "formula":
      return formulaReader(formulaOf(indicator, aggregation), parts.inputs);
    case "rollup": {
      const key = `${aggregation.scheme} ${aggregation.line ?? ""}`;
      return (context) => readRollup(aggregation, context.children.get(key) ?? []);
    }
    case "figure":
      return figureReader(aggregation.scheme);
    default:
      return tallyReader(indicator, parts);
  }
}

function tallyReader(indicator: IndicatorBody, { intake, tally, lateFactor }: Parts): Gauge["read"] {
  const factor = parse(lateFactor);
  const compute = () => readTally(indicator, tally, factor);
  // Beyond being zero, the number of facts in slot 0 decides nothing.
  const remembering = tupleMemoOf<number, Reading>(remembered, 1, compute);
  const withoutFacts = compute();
  return () => {
    intake?.finish?.(tally);
    if (tally.whole[0] === 0) return withoutFacts;
    return tally.rest === null ? remembering(tally.whole) : compute();
  };
}

function formulaOf(
  { code }: IndicatorBody,
  { expression, inputs }: Extract<Aggregation, { form: "formula" }>,
): Formula {
  const names = inputs.map((input) => input.name);
  const formula = compileFormula(expression, names);
  if ("problem" in formula) throw new Error(`${code}: ${formula.problem.code}`);
  return formula;
}

/** Silence that counts (full, zero) enters a formula as 0; what is awaited makes it wait, what doesn't apply ends it. */
function formulaReader(formula: Formula, inputs: Gauge["inputs"]): Gauge["read"] {
  const waiting = lacking("pending");
  const without = lacking("not_applicable");
  const compute = tupleMemoOf<Reading, Reading>(remembered, 0, (readings) => {
    const values = inputs.map(({ name }, index) => [name, readings[index]!.value ?? zero] as const);
    const value = formula.evaluate(Object.fromEntries(values));
    return value === null ? lacking("division") : readingOf(value);
  });
  return (context) => {
    const states = inputs.map(({ gauge }) => inputState(gauge, context));
    if (states.includes("pending")) return waiting;
    if (states.includes("not_applicable")) return without;
    return compute(inputs.map(({ gauge }) => gauge.reading));
  };
}

/** Whether a formula has something to compute with. */
export function inputState(gauge: Gauge, context: ScoreContext): "scored" | "pending" | "not_applicable" {
  const { reading, indicator } = gauge;
  if (reading.lack === null) return "scored";
  const meaning = meaningOf(reading.lack, indicator, context);
  return meaning === "full" || meaning === "zero" ? "scored" : meaning;
}

function figureReader(scheme: string): Gauge["read"] {
  const waiting = lacking("pending");
  const read = memoOf<string, Reading>(remembered, (figure) => readingOf(parse(figure)));
  return (context) => {
    const figure = context.figures.get(scheme) ?? null;
    return figure === null ? waiting : read(figure);
  };
}
