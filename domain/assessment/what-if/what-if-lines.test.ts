import { describe, expect, test } from "vitest";
import { toText } from "../../kernel/rational.ts";
import { schemeBody } from "../definitions/scheme.ts";
import { compareCost, type LineSums, reasonsOf, weakLinesOf, weigh } from "./what-if-lines.ts";

const name = { zh: "名", en: "name" };
const leaf = (indicator: string, fullMarks: string) => ({ kind: "leaf", indicator, version: 1, fullMarks });
const sumNode = (code: string, ...children: unknown[]) => ({ kind: "sum", code, name, children });
const schemeOf = (root: unknown, more: Record<string, unknown> = {}) =>
  schemeBody.parse({ code: "monthly", version: 1, name, root, ...more });
const sums = (periods: number, lines: Record<string, [points: number, periods: number]>): LineSums => ({
  periods,
  lines: new Map(Object.entries(lines).map(([code, [points, scored]]) => [code, { points, periods: scored }])),
});
const effectsOf = (scheme: ReturnType<typeof schemeOf>) =>
  Object.fromEntries([...weigh(scheme).effects].map(([code, effect]) => [code, toText(effect)]));

const monthly = schemeOf(sumNode("root", leaf("meetings", "40"), leaf("attendance", "30"), leaf("findings", "30")));
const weighted = schemeOf({
  kind: "weighted",
  code: "root",
  name,
  children: [
    { weight: "60", node: leaf("value", "100") },
    { weight: "30", node: sumNode("work", leaf("meetings", "50"), sumNode("more", leaf("attendance", "25"))) },
    {
      weight: "10",
      node: { kind: "weighted", code: "voice", name, children: [{ weight: "100", node: leaf("survey", "50") }] },
    },
  ],
});

describe("what a point of a leaf moves the total", () => {
  test("is one in a sum, its weight by the full marks below a weighted node", () => {
    expect(effectsOf(monthly)).toEqual({ meetings: "1", attendance: "1", findings: "1" });
    expect(effectsOf(weighted)).toEqual({ value: "0.6", meetings: "0.4", attendance: "0.4", survey: "0.2" });
  });

  test("is one for a bonus and minus one for a deduction", () => {
    const extra = (code: string) => [{ code, name, ceiling: "5", leaves: [leaf(`${code}_leaf`, "5")] }];
    const scheme = schemeOf(sumNode("root", leaf("meetings", "100")), {
      bonuses: extra("honours"),
      deductions: extra("faults"),
    });
    expect(effectsOf(scheme)).toEqual({ meetings: "1", honours_leaf: "1", faults_leaf: "-1" });
  });
});

describe("why an organisation moves", () => {
  const before = weigh(monthly);
  const after = weigh(
    schemeOf(sumNode("root", leaf("meetings", "20"), leaf("attendance", "50"), leaf("visits", "30")), { places: 3 }),
  );

  test("the leaves whose contribution to the mean changed most, also those that came or went", () => {
    const old = sums(2, { meetings: [7600, 2], attendance: [5600, 2], findings: [2900, 1] });
    const now = sums(2, { meetings: [38000, 2], attendance: [93333, 2], visits: [30000, 1] });
    expect(reasonsOf(before, after, { before: old, after: now })).toEqual([
      { code: "meetings", before: "38.000", after: "19.000", change: "-19.000" },
      { code: "attendance", before: "28.000", after: "46.667", change: "18.667" },
      { code: "visits", before: null, after: "15.000", change: "15.000" },
    ]);
    expect(reasonsOf(before, after, { before: old, after: now }, 4)[3]).toEqual({
      code: "findings",
      before: "14.500",
      after: null,
      change: "-14.500",
    });
  });

  test("no line without a change is a reason; equal ones are ordered by code", () => {
    const old = sums(1, { meetings: [4000, 1], attendance: [3000, 1], findings: [1000, 1] });
    const now = sums(1, { meetings: [4000, 1], attendance: [2000, 1], findings: [2000, 1] });
    expect(reasonsOf(before, before, { before: old, after: now }).map(({ code }) => code)).toEqual([
      "attendance",
      "findings",
    ]);
    expect(reasonsOf(before, before, { before: now, after: old }).map(({ code }) => code)).toEqual([
      "attendance",
      "findings",
    ]);
    const turned = weigh(schemeOf(sumNode("root", leaf("findings", "50"), leaf("attendance", "50"))));
    expect(reasonsOf(turned, turned, { before: old, after: now }).map(({ code }) => code)).toEqual([
      "attendance",
      "findings",
    ]);
    expect(reasonsOf(before, before, { before: old, after: old })).toEqual([]);
  });

  test("without a period that counts nothing contributed", () => {
    const now = sums(1, { meetings: [4000, 1] });
    expect(reasonsOf(before, before, { before: sums(0, { meetings: [4000, 1] }), after: now })).toEqual([
      { code: "meetings", before: "0.00", after: "40.00", change: "40.00" },
    ]);
  });

  test("a weight alone can be the reason", () => {
    const points = sums(1, { meetings: [5000, 1], value: [0, 1] });
    const sumOnly = weigh(schemeOf(sumNode("root", leaf("meetings", "50"), leaf("value", "50"))));
    expect(reasonsOf(sumOnly, weigh(weighted), { before: points, after: points })).toEqual([
      { code: "meetings", before: "50.00", after: "20.00", change: "-30.00" },
    ]);
  });
});

describe("indicators that don't discriminate", () => {
  const of = (...points: [points: number, periods: number][]) =>
    weakLinesOf(
      monthly,
      points.map((each) => sums(each[1], { meetings: each })),
    );

  test("have the same mean points for all ranked organisations", () => {
    expect(of([4000, 1], [8000, 2], [12000, 3])).toEqual([{ code: "meetings", kind: "same", spread: "0.00" }]);
  });

  test("or lie within less than a hundredth of the full marks", () => {
    expect(of([4000, 1], [3961, 1], [3990, 1])).toEqual([{ code: "meetings", kind: "narrow", spread: "0.39" }]);
    expect(of([3961, 1], [3990, 1], [4000, 1])).toEqual([{ code: "meetings", kind: "narrow", spread: "0.39" }]);
    expect(of([4000, 1], [3960, 1])).toEqual([]);
    expect(of([8000, 2], [4000, 1], [7921, 2])).toEqual([{ code: "meetings", kind: "narrow", spread: "0.40" }]);
  });

  test("aren't judged by organisations that weren't scored, nor by one alone", () => {
    expect(of([4000, 1], [0, 0])).toEqual([]);
    expect(of([4000, 1], [0, 0], [4000, 1])).toMatchObject([{ kind: "same" }]);
    expect(of([4000, 1])).toEqual([]);
    expect(weakLinesOf(monthly, [])).toEqual([]);
  });
});

test("the cost compares the fields of the leaves' indicators, each counted once", () => {
  const indicator = (code: string, fields: number) => ({ code, cost: { fields } });
  const before = [indicator("meetings", 3), indicator("attendance", 0)];
  const after = [indicator("meetings", 3), indicator("visits", 4), indicator("visits", 4)];
  expect(compareCost(before, after, 43)).toEqual({ before: 3, after: 7, change: 4, changeForAll: 172 });
  expect(compareCost([], [], 43)).toEqual({ before: 0, after: 0, change: 0, changeForAll: 0 });
});
