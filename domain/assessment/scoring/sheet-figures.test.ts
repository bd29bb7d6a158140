import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { format, rational } from "../../kernel/rational.ts";
import { evidenceOf } from "./evidence.ts";
import { plainContext, scorerOf } from "./scorer.ts";
import { decodeLines, encodeLines, type LineFigures, linesOf } from "./sheet-figures.ts";
import {
  attendanceRate,
  leaf,
  march,
  metricOf,
  monthlyScheme,
  overdueFindings,
  schemeOf,
  timelyRate,
} from "./testing.ts";

const indicators = [timelyRate(), attendanceRate(), overdueFindings()];
const name = { zh: "节点", en: "Node" };
const veto = (code: string, total: string) => ({
  code,
  name,
  when: { kind: "finding.overdue", atLeast: 1 },
  effect: { caps: "total", total },
});
const scheme = schemeOf(monthlyScheme().root, {
  bonuses: [
    { code: "bonus", name, ceiling: "5", leaves: [leaf("plus", "10"), leaf("more", "10")] },
    { code: "bonus_two", name, ceiling: "5", leaves: [leaf("plus_two", "10")] },
  ],
  deductions: [{ code: "deduction", name, ceiling: "5.5", leaves: [leaf("minus", "10")] }],
  vetoes: [veto("capped", "60")],
});
const all = [...indicators, ...["plus", "more", "plus_two", "minus"].map((code) => metricOf(code))];

test("the lines of a scheme: the root first, each node before its children, bonuses and deductions last", () => {
  expect(
    linesOf(scheme, all).map(({ code, parent, kind, version, fullMarks }) => [code, parent, kind, version, fullMarks]),
  ).toEqual([
    ["month", null, "node", null, "100"],
    ["timely_rate", "month", "leaf", 1, "40"],
    ["attendance_rate", "month", "leaf", 1, "30"],
    ["overdue_findings", "month", "leaf", 1, "30"],
    ["bonus", null, "node", null, "5"],
    ["plus", "bonus", "leaf", 1, "10"],
    ["more", "bonus", "leaf", 1, "10"],
    ["bonus_two", null, "node", null, "5"],
    ["plus_two", "bonus_two", "leaf", 1, "10"],
    ["deduction", null, "node", null, "5.5"],
    ["minus", "deduction", "leaf", 1, "10"],
  ]);
  expect(linesOf(scheme, all)[1]!.name).toEqual(timelyRate().name);
  expect(() => linesOf(scheme, indicators)).toThrow("plus@1");
});

describe("stored lines", () => {
  const inMarch = () => scorerOf(monthlyScheme(), indicators).score(evidenceOf(march(), new Set()), plainContext);

  test("are short texts", () => {
    expect(encodeLines(inMarch())).toEqual(["92.42", "36.00 9/10", "28.42 52/61", "28.00 2"]);
    const without = scorerOf(monthlyScheme(), indicators).score([], plainContext);
    expect(encodeLines(without)).toEqual(["p", "n", "p", "p"]);
    const bare = (state: LineFigures["state"], why: LineFigures["why"]) => ({ state, points: null, value: null, why });
    const settled: LineFigures = { state: "scored", points: "0.00", value: null, why: "settled" };
    expect(
      encodeLines({
        lines: [
          bare("not_applicable", "sample"),
          bare("not_applicable", "settled"),
          settled,
          { ...settled, value: { n: "-7", d: "2" } },
          { ...settled, value: { n: "7", d: "1" } },
        ],
        vetoes: [{ code: "fatal", count: 2, decision: "waiting" }],
      }),
    ).toEqual(["n~", "n*", "0.00*", "0.00 -7/2*", "0.00 7*", "fatal 2 waiting"]);
  });

  test("take at most 20 bytes a line, commas and quotes included", () => {
    const figures = inMarch();
    expect(JSON.stringify(encodeLines(figures)).length / figures.lines.length).toBeLessThanOrEqual(20);
  });

  test("come back as they were", () => {
    const figure = fc
      .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.constantFrom(0, 2, 6))
      .map(([value, places]) => format(rational(value, 10 ** places), places));
    const value = fc
      .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
      .map(([n, d]) => ({ n: String(n), d: String(d) }));
    const line: fc.Arbitrary<LineFigures> = fc.oneof(
      fc.record({
        state: fc.constant("scored" as const),
        points: figure,
        value: fc.option(value),
        why: fc.constantFrom(null, "settled" as const),
      }),
      fc.constantFrom(
        { state: "pending" as const, points: null, value: null, why: null },
        { state: "not_applicable" as const, points: null, value: null, why: null },
        { state: "not_applicable" as const, points: null, value: null, why: "sample" as const },
        { state: "not_applicable" as const, points: null, value: null, why: "settled" as const },
      ),
    );
    const vetoes = fc.array(
      fc.record({
        code: fc.constantFrom("capped", "other"),
        count: fc.integer({ min: 1, max: 999 }),
        decision: fc.constantFrom("waiting" as const, "confirmed" as const, "dismissed" as const),
      }),
      { maxLength: 2 },
    );
    const frames = linesOf(scheme, all);
    fc.assert(
      fc.property(
        fc.array(line, { minLength: frames.length, maxLength: frames.length }),
        vetoes,
        (lines, triggered) => {
          const stored = JSON.parse(JSON.stringify(encodeLines({ lines, vetoes: triggered })));
          const decoded = decodeLines(scheme, all, stored);
          expect(decoded.lines).toEqual(frames.map((frame, index) => ({ ...frame, ...lines[index]! })));
          expect(decoded.vetoes).toEqual(triggered);
          expect(decoded.composition === null).toBe(lines[0]!.points === null);
        },
      ),
    );
  });

  test("the composition follows from the lines", () => {
    const stored = ["92.42", "n", "n", "n", "3.50", "n", "n", "1.25", "n", "2.00", "n"];
    expect(decodeLines(scheme, all, [...stored, "capped 1 confirmed"]).composition).toEqual({
      root: "92.42",
      bonus: "4.75",
      deduction: "2.00",
      floor: "0",
      ceiling: "110",
      bounded: false,
      cappedBy: "capped",
    });
    expect(
      decodeLines(scheme, all, ["92.42", "n", "n", "n", "p", "n", "n", "n", "n", "p", "n"]).composition,
    ).toMatchObject({
      bonus: "0.00",
      deduction: "0.00",
      cappedBy: null,
    });
  });

  test.each([
    ["no list", {}, "not the lines of this scheme"],
    ["null", null, "not the lines of this scheme"],
    ["too few", ["92.42"], "not the lines of this scheme"],
    ["an unknown letter", ["92.42", "x", "n", "n"], "not a line's figures: x"],
    ["half a value", ["92.42", "36.00 9/", "n", "n"], "not a line's figures: 36.00 9/"],
    ["more behind a line", ["92.42 ", "n", "n", "n"], "not a line's figures: 92.42 "],
    ["something before a line", ["a92.42", "n", "n", "n"], "not a line's figures: a92.42"],
    ["a veto without a decision", ["92.42", "n", "n", "n", "fatal 1"], "not a veto's figures: fatal 1"],
    [
      "a veto with another decision",
      ["92.42", "n", "n", "n", "fatal 1 waitings"],
      "not a veto's figures: fatal 1 waitings",
    ],
    [
      "a veto with more before it",
      ["92.42", "n", "n", "n", "a fatal 1 waiting"],
      "not a veto's figures: a fatal 1 waiting",
    ],
  ])("%s is refused by name", (_, stored, message) => {
    expect(() => decodeLines(monthlyScheme(), indicators, stored)).toThrow(new TypeError(message));
  });
});
