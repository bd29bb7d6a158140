import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  clamp,
  compare,
  divide,
  isZero,
  max,
  min,
  multiply,
  parse,
  type Rational,
  rational,
  roundHalfAwayFromZero,
  subtract,
  toText,
} from "../../kernel/rational.ts";
import { compileFormula } from "./formula.ts";

const values = { a: parse("0.5"), b: rational(2), none: rational(0) };

function result(expression: string): string | null {
  const formula = compileFormula(expression, Object.keys(values));
  if ("problem" in formula) throw new Error(formula.problem.code);
  const value = formula.evaluate(values);
  return value === null ? null : toText(value);
}

/** Its code without the family, its values, and the place last. */
function problem(expression: string, names = Object.keys(values)): string {
  const formula = compileFormula(expression, names);
  if (!("problem" in formula)) return "no problem";
  const { code, values: said } = formula.problem;
  return [code.replace("formula.", ""), ...Object.values(said)].join(" ");
}

describe("a formula computes like a person with paper, not like a machine with floats", () => {
  test.each([
    ["0.1 + 0.2 == 0.3 ? 1 : 0", "1"],
    ["1 / 3 * 3", "1"],
    ["15 * 5 / 24", "3.125"],
    ["9007199254740993 - 9007199254740992", "1"],
    ["0.12345678901234567890123 * 1e23", "12345678901234567890123"],
    ["2.5e1 + 1e-2", "25.01"],
    ["1.5E+2", "150"],
    ["-a + 1", "0.5"],
    ["--a", "0.5"],
    ["b - 1 - 1", "0"],
    ["round(2.345, 2)", "2.35"],
    ["round(-2.345, 2)", "-2.35"],
    ["round(2.5, 0)", "3"],
    ["clamp(a * 1000, 0, 100)", "100"],
    ["clamp(-1, 0, 100)", "0"],
    ["min(3, b, a)", "0.5"],
    ["max(3, b, 4, a)", "4"],
    ["min(1, 2, 3, 4, 5, 6, 7, -8)", "-8"],
    ["a < b && b >= 2 ? 10 : 20", "10"],
    ["a < 0.5 ? 1 : 0", "0"],
    ["a <= 0.50 ? 1 : 0", "1"],
    ["a <= 0.49 ? 1 : 0", "0"],
    ["a > 0.5 ? 1 : 0", "0"],
    ["a > 0.49 ? 1 : 0", "1"],
    ["a >= 0.5 ? 1 : 0", "1"],
    ["a >= 0.51 ? 1 : 0", "0"],
    ["round(1 / 3, 12)", "0.333333333333"],
    ["a > b || b <= 1 ? 10 : 20", "20"],
    ["!(a == 0.50) ? 1 : 2", "2"],
    ["a != b ? 1 : 2", "1"],
    ["true ? 1 : 2", "1"],
  ])("%s is %s", (expression, expected) => expect(result(expression)).toBe(expected));

  test.each(["1 / none", "a / (b - 2)", "none > 0 || 1 / none > 1 ? 1 : 2"])("%s has no value", (expression) =>
    expect(result(expression)).toBeNull(),
  );

  test("what isn't reached isn't divided", () => {
    expect(result("none == 0 ? 0 : 1 / none")).toBe("0");
    expect(result("none != 0 && 1 / none > 1 ? 1 : 2")).toBe("2");
  });

  test("a name without a value is a fault of the caller", () => {
    const formula = compileFormula("a + b", ["a", "b"]);
    if ("problem" in formula) throw new Error(formula.problem.code);
    expect(() => formula.evaluate({ a: rational(1) })).toThrow("no value for b");
  });
});

describe("what a formula can't be is said by a code, with the place", () => {
  test.each([
    ["a + c", "unknown_name c 5"],
    ['a + "x"', 'text "x" 5'],
    ["a > 1", "yes_or_no 1"],
    ["true", "yes_or_no 1"],
    ["sqrt(a)", "unknown_function sqrt 1"],
    ["constructor(a)", "unknown_function constructor 1"],
    ["1 + min(a)", "takes_between min 2 8 1 5"],
    ["max(a)", "takes_between max 2 8 1 1"],
    ["round(a)", "takes_exactly round 2 2 1 1"],
    ["round(a, 1, 2)", "takes_exactly round 2 2 3 1"],
    ["min(1, 2, 3, 4, 5, 6, 7, 8, 9)", "takes_between min 2 8 9 1"],
    ["clamp(a, 1)", "takes_exactly clamp 3 3 2 1"],
    ["round(a, b)", "places 12 1"],
    ["round(a, 13)", "places 12 1"],
    ["round(a, 1.5)", "places 12 1"],
    ["(a", "ends_early 3"],
    ["1 +", "ends_early 4"],
    ["", "ends_early 1"],
    ["!a ? 1 : 2", "needs_condition ! 1"],
    ["a && b ? 1 : 2", "needs_condition && 1"],
    ["a ? 1 : 2", "needs_condition ? 1"],
    ["a + (b > 1)", "needs_number + 1"],
    ["-(a > 1)", "needs_number - 1"],
    ["min(a, true)", "needs_number min 1"],
    ["a > 1 ? 1 : true", "needs_number : 1"],
    ["a b", "unexpected b 3"],
    ["a #", "unexpected # 3"],
    ["0x1F", "no_number 0x1F 1"],
    ["1u", "no_number 1u 1"],
    ["null", "no_number null 1"],
    ["1e100", "no_number 1e100 1"],
  ])("%s", (expression, said) => expect(problem(expression)).toBe(said));

  test.each(["[1, 2].map(x, x)", "a in [1]", "a % 2", "a.b", "{'x': 1}", "'x'.size()"])(
    "no lists, loops, texts or fields: %s",
    (expression) => expect(problem(expression)).toMatch(/^(?:not_allowed|text 'x')/),
  );

  test("a name that the language has already is refused, and so is the same name twice", () => {
    expect(problem("int + 1", ["int"])).toBe("name_taken int 1");
    expect(problem("a", ["a", "a"])).toBe("name_taken a 1");
    expect(problem("for", ["for"])).toBe("name_taken for 1");
  });

  test("an expression that is too long or too deep is refused before it is computed", () => {
    expect(problem(Array.from({ length: 150 }, () => "a").join("*"))).toMatch(/^too_long 200 /);
    expect(problem(`${"(".repeat(60)}a${")".repeat(60)}`)).toMatch(/^too_long 40 /);
  });
});

type Tree = { text: string; value: Rational | null };
const apply = (use: (a: Rational, b: Rational) => Rational | null, a: Tree, b: Tree) =>
  a.value === null || b.value === null ? null : use(a.value, b.value);

/** Random expressions with the value that plain arithmetic gives them. */
const { tree } = fc.letrec<{ tree: Tree }>((tie) => {
  const pair = fc.tuple(tie("tree"), tie("tree"));
  const infix = (sign: string, use: (a: Rational, b: Rational) => Rational | null) =>
    pair.map(([a, b]) => ({ text: `(${a.text} ${sign} ${b.text})`, value: apply(use, a, b) }));
  return {
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc
        .tuple(fc.nat(9999), fc.nat(4))
        .map(([digits, places]) => toText(rational(digits, 10n ** BigInt(places))) as string)
        .map((text) => ({ text, value: parse(text) })),
      fc.constantFrom(...(["a", "b", "none"] as const)).map((name) => ({ text: name, value: values[name] })),
      infix("+", add),
      infix("-", subtract),
      infix("*", multiply),
      infix("/", (a, b) => (isZero(b) ? null : divide(a, b))),
      pair.map(([a, b]) => ({ text: `min(${a.text}, ${b.text})`, value: apply(min, a, b) })),
      pair.map(([a, b]) => ({ text: `max(${a.text}, ${b.text})`, value: apply(max, a, b) })),
      tie("tree").map((a) => ({ text: `-${a.text}`, value: a.value && subtract(rational(0), a.value) })),
      tie("tree").map((a) => ({
        text: `clamp(${a.text}, 1, 2)`,
        value: a.value && clamp(a.value, rational(1), rational(2)),
      })),
      tie("tree").map((a) => ({ text: `round(${a.text}, 3)`, value: a.value && roundHalfAwayFromZero(a.value, 3) })),
      fc.tuple(pair, pair).map(([[a, b], [yes, no]]) => {
        const chosen = apply((x, y) => (compare(x, y) < 0 ? yes : no).value, a, b);
        return { text: `(${a.text} < ${b.text} ? ${yes.text} : ${no.text})`, value: chosen };
      }),
    ),
  };
});

test("whatever the expression, its value is that of exact fractions, and no value where something is divided by zero", () => {
  fc.assert(
    fc.property(tree, ({ text, value }) => {
      const formula = compileFormula(text, Object.keys(values));
      if ("problem" in formula) return formula.problem.code === "formula.too_long";
      expect(formula.evaluate(values)).toEqual(value);
    }),
  );
});
