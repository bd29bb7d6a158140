import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Figure, type FigureProblem, figureIdentity, figureProblems, plainDecimal } from "./measure-rules.ts";

const figure: Figure = {
  kind: "metric",
  metric: "outage_minutes",
  occurredOn: "2026-03-05",
  quantity: "12.5",
  base: null,
  attributes: {},
  note: "",
};
const frame = { month: "2026-03", today: "2026-03-18", metrics: new Set(["outage_minutes"]) };
const codes = (over: Partial<Figure>) => figureProblems({ ...figure, ...over }, frame).map(({ code }) => code);

test("a figure of a known metric and of a day of the month that has come is right", () => {
  expect(codes({})).toEqual([]);
  expect(codes({ occurredOn: "2026-03-18", quantity: "-3", base: "0.5" })).toEqual([]);
  expect(codes({ kind: "finding.overdue", metric: null, attributes: { severity: "general" } })).toEqual([]);
  expect(codes({ kind: "review.result", metric: null, attributes: { review: "recognition", ballots: 0 } })).toEqual([]);
});

test.each<[string, Partial<Figure>, Partial<FigureProblem>]>([
  ["a metric without its code", { metric: null }, { field: "metric", code: "measure.metric_missing" }],
  [
    "a code that no indicator reads",
    { metric: "outage" },
    { field: "metric", code: "measure.metric_unknown", values: { metric: "outage" } },
  ],
  [
    "a day of another month",
    { occurredOn: "2026-02-28" },
    { field: "occurredOn", code: "measure.outside_month", values: { date: "2026-02-28", month: "2026-03" } },
  ],
  [
    "a day that has not come",
    { occurredOn: "2026-03-19" },
    { field: "occurredOn", code: "measure.in_future", values: { date: "2026-03-19" } },
  ],
  ["honours below zero", { kind: "honour", quantity: "-1" }, { field: "quantity", code: "measure.below_zero" }],
  ["a base of zero", { base: "0.00" }, { field: "base", code: "measure.base_not_positive" }],
  ["a base below zero", { base: "-1" }, { field: "base", code: "measure.base_not_positive" }],
  ["a finding without severity", { kind: "finding.opened" }, { field: "attributes", code: "measure.severity_missing" }],
  [
    "a review without ballots",
    { kind: "review.result", attributes: { review: "a" } },
    { field: "attributes", code: "measure.review_incomplete" },
  ],
  [
    "a review without its name",
    { kind: "review.result", attributes: { ballots: 5 } },
    { field: "attributes", code: "measure.review_incomplete" },
  ],
])("refused: %s", (_name, over, wanted) => {
  expect(figureProblems({ ...figure, ...over }, frame)).toEqual([expect.objectContaining(wanted)]);
});

test("each wrong field is named", () => {
  const problems = figureProblems({ ...figure, metric: null, occurredOn: "2025-01-01", base: "0" }, frame);
  expect(problems.map(({ field }) => field)).toEqual(["metric", "occurredOn", "base"]);
});

describe("the identity of a figure", () => {
  test("doesn't depend on how its numbers are written", () => {
    expect(figureIdentity({ ...figure, quantity: "0012.50", base: "4.0" })).toBe(
      figureIdentity({ ...figure, base: "4" }),
    );
  });

  test.each<Partial<Figure>>([
    { kind: "honour" },
    { metric: "other" },
    { occurredOn: "2026-03-06" },
    { quantity: "-12.5" },
    { base: "12.5" },
    { attributes: { severity: "serious" } },
    { note: "second" },
  ])("changes with %j", (over) => {
    expect(figureIdentity({ ...figure, ...over })).not.toBe(figureIdentity(figure));
  });

  test("plain decimals keep their value and can't be shortened further", () => {
    const decimals = fc.tuple(fc.boolean(), fc.stringMatching(/^\d{1,12}$/), fc.stringMatching(/^\d{0,8}$/));
    fc.assert(
      fc.property(decimals, ([negative, whole, rest]) => {
        const plain = plainDecimal(`${negative ? "-" : ""}${whole}${rest === "" ? "" : `.${rest}`}`);
        const signed = negative && /[1-9]/.test(whole + rest);
        expect(plain).toMatch(signed ? /^-/ : /^\d/);
        expect(plain).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/);
        const value = (text: string) =>
          BigInt(
            text
              .replace("-", "")
              .split(".")
              .map((part, at) => (at === 0 ? part : part.padEnd(8, "0")))
              .join(""),
          ) * (text.includes(".") ? 1n : 100_000_000n);
        expect(value(plain)).toBe(value(rest === "" ? whole : `${whole}.${rest}`));
      }),
    );
  });
});
