import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  clamp,
  compare,
  divide,
  format,
  min,
  multiply,
  parse,
  type Rational,
  rational,
  roundHalfAwayFromZero,
  subtract,
  sum,
  zero,
} from "../../kernel/rational.ts";
import type { IndicatorBody } from "../definitions/indicator.ts";
import type { SchemeBody, SchemeNode } from "../definitions/scheme.ts";
import type { ScoreSheet, ScoringFact } from "../things.ts";
import { evidenceOf, singleKinds } from "./evidence.ts";
import { plainContext, type ScoreContext, scorerOf } from "./scorer.ts";
import { fact, leaf, lineOf, measure, metricOf, schemeOf, sheetOf, storno } from "./testing.ts";

/** A random scheme with its indicators, and random facts of every kind it reads. */
type World = {
  scheme: SchemeBody;
  /** The same tree with one more leaf in the node "first". */
  widened: (more: object) => SchemeBody;
  indicators: IndicatorBody[];
  facts: ScoringFact[];
  context: ScoreContext;
};

const name = { zh: "节点", en: "Node" };
const extras = {
  bonuses: [{ code: "bonus", name, ceiling: "3.5", leaves: [leaf("part_bonus", "10")] }],
  deductions: [{ code: "deduction", name, ceiling: "4.25", leaves: [leaf("part_deduction", "10")] }],
  range: { floor: "5", ceiling: "101.5" },
};

const cents = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((value) => format(rational(value, 100), 2));

/** An indicator of one of the forms, by its code. */
function indicatorAt(index: number, form: number): IndicatorBody {
  const code = `part_${index}`;
  const plain = metricOf(code, form % 2 === 0 ? "pending" : "not_applicable");
  const of = { kind: "metric" as const, conditions: [] };
  const ratioSide = { kind: "metric" as const, conditions: [] };
  switch (form % 7) {
    case 0:
      return plain;
    case 1:
      return { ...plain, aggregation: { form: "last", of } };
    case 2:
      return { ...plain, aggregation: { form: "mean", of, sample: { attribute: "answers", minimum: 2 } } };
    case 3:
      return { ...plain, aggregation: { form: "judges", of, minimum: 1, trim: true } };
    case 4:
      return {
        ...plain,
        aggregation: {
          form: "ratio",
          numerator: { ...ratioSide, measure: "quantity" },
          denominator: { ...ratioSide, measure: "base" },
          timeliness: "weighted",
        },
        pointsRule: { rule: "ratio", target: "0.9" },
      };
    case 5:
      return {
        ...plain,
        aggregation: { form: "count", of },
        pointsRule: {
          rule: "deduct",
          attribute: "timeliness",
          units: [{ value: "late", points: "1.25" }],
          otherwise: "3",
          floor: "0",
        },
        noData: "full",
      };
    default:
      return {
        ...plain,
        aggregation: { form: "sum", of },
        pointsRule: { rule: "cel", expression: "full_marks - value / 3", floor: "0", ceiling: null },
      };
  }
}

const world: fc.Arbitrary<World> = fc
  .record({
    forms: fc.array(fc.integer({ min: 0, max: 13 }), { minLength: 3, maxLength: 9 }),
    marks: fc.array(
      cents(60).filter((text) => parse(text).n > 0n),
      { minLength: 9, maxLength: 9 },
    ),
    shape: fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 12, maxLength: 12 }),
    events: fc.array(
      fc.record({
        part: fc.integer({ min: 0, max: 9 }),
        quantity: cents(100),
        late: fc.boolean(),
        answers: fc.integer({ min: 1, max: 3 }),
        day: fc.integer({ min: 10, max: 28 }),
        reversed: fc.boolean(),
      }),
      { maxLength: 24 },
    ),
    closed: fc.boolean(),
    settled: fc.boolean(),
  })
  .map(({ forms, marks, shape, events, closed, settled }) => {
    const leaves = forms.map((_, index) => leaf(`part_${index}`, marks[index]!));
    const facts = events.flatMap(({ part, quantity, late, answers, day, reversed }, index) => {
      const one = fact(`fact ${index}`, "metric", {
        quantity,
        base: "100",
        occurredOn: `2026-03-${day}`,
        attributes: { metric: `part_${part}`, timeliness: late ? "late" : "on_time", answers },
      });
      return reversed && index % 3 === 0 ? [one, storno(one)] : [one];
    });
    const settlements = new Map([["part_0", { outcome: "value" as const, value: "61.25" }]]);
    return {
      scheme: schemeOf(treeOf(leaves, shape, []), extras),
      widened: (more: object) => schemeOf(treeOf(leaves, shape, [more]), extras),
      indicators: [
        ...forms.map((form, index) => indicatorAt(index, form)),
        metricOf("part_bonus", "not_applicable"),
        metricOf("part_deduction", "not_applicable"),
      ],
      facts: [...facts, measure("part_bonus", String(shape[0])), measure("part_deduction", String(shape[1]))],
      context: { ...plainContext, closed, settlements: settled ? settlements : new Map() },
    };
  });

/** A tree over the leaves: weighted at the top, sums below, one of them with a sum inside. */
function treeOf(leaves: readonly ReturnType<typeof leaf>[], shape: readonly number[], more: readonly object[]): object {
  const third = Math.ceil(leaves.length / 3);
  const inner = { kind: "sum", code: "inner", name, children: leaves.slice(third + 1) };
  const nested = { kind: "sum", code: "nested", name, children: [leaves[third]!, inner] };
  const first = { kind: "sum", code: "first", name, children: [...leaves.slice(0, third), ...more] };
  if (shape[2]! % 2 === 0) return { kind: "sum", code: "root", name, children: [first, nested] };
  const weight = shape[3]!;
  return {
    kind: "weighted",
    code: "root",
    name,
    children: [
      { weight: String(weight), node: first },
      { weight: String(100 - weight), node: nested },
    ],
  };
}

const explain = ({ scheme, indicators: used, facts, context }: World) => sheetOf(scheme, used, facts, context);

/** A node's points by hand from its children's rounded ones. */
function byHand(node: Exclude<SchemeNode, { kind: "leaf" }>, sheet: ScoreSheet): string | null {
  const children = node.children.map((child) => ("weight" in child ? child : { weight: null, node: child }));
  const read = children.map(({ weight, node: child }) => {
    const line = lineOf(sheet, child.kind === "leaf" ? child.indicator : child.code);
    return { points: line.points, marks: parse(line.fullMarks), weight };
  });
  const counted = read.flatMap((one) => (one.points === null ? [] : [{ ...one, points: parse(one.points) }]));
  if (counted.length === 0) return null;
  const marks = sum(counted.map((one) => one.marks));
  if (node.kind === "sum") {
    const points = multiply(sum(counted.map((one) => one.points)), sum(read.map((one) => one.marks)));
    return format(divide(points, marks), 2);
  }
  const weighted = counted.map((one) =>
    multiply(multiply(parse(one.weight!), rational(100)), divide(one.points, one.marks)),
  );
  return format(divide(sum(weighted), sum(counted.map((one) => parse(one.weight!)))), 2);
}

function nodesBelow(node: SchemeNode): Exclude<SchemeNode, { kind: "leaf" }>[] {
  if (node.kind === "leaf") return [];
  return [node, ...node.children.flatMap((child) => nodesBelow("weight" in child ? child.node : child))];
}

describe("on any tree with any facts", () => {
  test("explain gives the figures of score, also on a scorer that has scored others before", () => {
    fc.assert(
      fc.property(world, fc.array(fc.array(fc.nat(30), { maxLength: 8 }), { maxLength: 3 }), (one, others) => {
        const scorer = scorerOf(one.scheme, one.indicators);
        const singles = singleKinds(one.indicators);
        for (const some of others) {
          scorer.score(
            evidenceOf(
              one.facts.filter((_, index) => some.includes(index)),
              singles,
            ),
            one.context,
          );
        }
        const figures = scorer.score(evidenceOf(one.facts, singles), one.context);
        const sheet = explain(one);
        expect(sheet).toMatchObject({
          total: figures.total,
          coverage: figures.coverage,
          composition: figures.composition,
        });
        expect(sheet.lines.map(({ state, points, value, why }) => ({ state, points, value, why }))).toEqual(
          figures.lines,
        );
      }),
    );
  });

  test("the order in which facts arrive changes nothing", () => {
    const shuffled = world.chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.shuffledSubarray(one.facts, { minLength: one.facts.length, maxLength: one.facts.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([one, mixed]) => {
        expect(explain({ ...one, facts: mixed })).toEqual(explain(one));
      }),
    );
  });

  test("the same facts twice count once, and a storno takes its fact away", () => {
    fc.assert(
      fc.property(world, (one) => {
        const mistakes = one.facts
          .filter((some) => some.sign === 1)
          .map((some) => ({ ...some, id: `again ${some.id}` }));
        const facts = [...one.facts, ...one.facts, ...mistakes, ...mistakes.map(storno)];
        expect(explain({ ...one, facts })).toEqual(explain(one));
      }),
    );
  });

  test("every node is its children's rounded figures, and the total is root, bonus and deduction", () => {
    fc.assert(
      fc.property(world, (one) => {
        const sheet = explain(one);
        for (const node of nodesBelow(one.scheme.root)) {
          expect(lineOf(sheet, node.code).points).toBe(byHand(node, sheet));
        }
        const extra = (code: string, ceiling: string): Rational => {
          const points = lineOf(sheet, `part_${code}`).points;
          const exact = points === null ? null : min(parse(points), parse(ceiling));
          expect(lineOf(sheet, code).points).toBe(exact && format(exact, 2));
          return exact ?? zero;
        };
        const [bonus, deduction] = [extra("bonus", "3.5"), extra("deduction", "4.25")];
        const root = lineOf(sheet, "root").points;
        if (root === null) {
          expect([sheet.total, sheet.composition]).toEqual([null, null]);
          return;
        }
        const raw = subtract(add(parse(root), bonus), deduction);
        expect(sheet.total).toBe(format(clamp(raw, rational(5), rational(203, 2)), 2));
      }),
    );
  });

  test("a leaf's points can be repeated from its own figures", () => {
    fc.assert(
      fc.property(world, (one) => {
        for (const line of explain(one).lines) {
          if (line.kind === "node" || line.points === null || line.value === null) continue;
          expect(line.points).toBe(format(roundHalfAwayFromZero(pointsAgain(line), 2), 2));
        }
      }),
    );
  });

  test("removing every fact leaves no points but silence that was closed and what a person settled", () => {
    fc.assert(
      fc.property(world, (one) => {
        for (const line of explain({ ...one, facts: [] }).lines) {
          if (line.kind === "node" || line.points === null || line.why === "settled") continue;
          expect([line.arithmetic, one.context.closed]).toEqual([{ form: "no_data", meaning: "full" }, true]);
        }
      }),
    );
  });

  test("a leaf that doesn't apply changes neither its node's share nor the coverage of the weighted node above", () => {
    fc.assert(
      fc.property(world, cents(60), (one, marks) => {
        fc.pre(parse(marks).n > 0n && one.scheme.root.kind === "weighted");
        const absent = metricOf("absent", "not_applicable");
        const sheet = explain({
          ...one,
          scheme: one.widened(leaf("absent", marks)),
          indicators: [...one.indicators, absent],
        });
        const before = explain(one);
        const share = (held: ScoreSheet) => {
          const { points, fullMarks } = lineOf(held, "first");
          return points === null ? null : divide(parse(points), parse(fullMarks));
        };
        const [narrow, wide] = [share(before), share(sheet)];
        expect(narrow === null).toBe(wide === null);
        expect(sheet.coverage).toBe(before.coverage);
        if (narrow === null || wide === null) return;
        // Equal but for the rounding of a node whose full marks grew.
        const difference = subtract(narrow, wide);
        const step = divide(rational(1, 100), parse(lineOf(before, "first").fullMarks));
        expect(compare(multiply(difference, difference), multiply(step, step))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

/** The points of a scored leaf from the texts of its arithmetic, with a value that ends. */
function pointsAgain(line: ScoreSheet["lines"][number]): Rational {
  const { arithmetic } = line;
  const fullMarks = parse(line.fullMarks);
  const value = divide(parse(line.value!.n), parse(line.value!.d));
  switch (arithmetic.form) {
    case "timely_ratio": {
      const above = add(parse(arithmetic.onTime), multiply(parse(arithmetic.late), parse(arithmetic.lateFactor)));
      const share = divide(divide(above, parse(arithmetic.due)), parse(arithmetic.target));
      return multiply(fullMarks, clamp(share, zero, rational(1)));
    }
    case "units": {
      const units = sum(arithmetic.items.map((item) => multiply(parse(item.quantity), parse(item.unit))));
      const held = arithmetic.items.length === 0 ? parse(arithmetic.sum) : units;
      return clamp(subtract(fullMarks, held), parse(arithmetic.bound), fullMarks);
    }
    case "linear":
      return multiply(fullMarks, clamp(divide(value, parse(arithmetic.target)), zero, rational(1)));
    case "of_target":
      return multiply(fullMarks, clamp(divide(value, parse(arithmetic.target)), zero, rational(1)));
    case "cel":
      return clamp(subtract(fullMarks, divide(value, rational(3))), parse(arithmetic.floor), parse(arithmetic.ceiling));
    default:
      throw new Error(arithmetic.form);
  }
}

describe("a weighted node", () => {
  const figures = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 4 });
  const sheetWith = (weights: readonly string[], facts: readonly ScoringFact[], codes: readonly string[]) =>
    sheetOf(
      schemeOf({
        kind: "weighted",
        code: "root",
        name,
        children: codes.map((code, index) => ({ weight: weights[index]!, node: leaf(code, "100") })),
      }),
      codes.map((code) => metricOf(code, "not_applicable")),
      facts,
      { closed: true },
    );

  test("a leaf that isn't applicable never changes the mean of the others, whatever its weight", () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 24 }), (values, share) => {
        const codes = values.map((_, index) => `part_${index}`);
        const facts = codes.map((code, index) => measure(code, format({ n: BigInt(values[index]!), d: 100n }, 2)));
        const equally = (weight: number, rest: number) => [...codes.map(() => String(weight)), String(rest)];
        fc.pre(share * codes.length < 100);
        // Weights are scale-free too: 24 each counts as 1 each does.
        const narrow = sheetWith(equally(share, 100 - share * codes.length), facts, [...codes, "absent"]);
        const wide = sheetWith(equally(1, 100 - codes.length), facts, [...codes, "absent"]);
        expect(narrow.total).toBe(wide.total);
        expect(narrow.coverage).toBe("100.00");
        const mean = divide(sum(values.map((value) => rational(value, 100))), rational(values.length));
        expect(narrow.total).toBe(format(mean, 2));
      }),
    );
  });
});
