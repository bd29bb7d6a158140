import { describe, expect, test } from "vitest";
import type { IndicatorBody, PointsRule } from "../definitions/indicator.ts";
import type { ScoringFact } from "../things.ts";
import { figure, indicatorOf, of, scored } from "./aggregation-testing.ts";
import { fact, storno } from "./testing.ts";

describe("sum and count", () => {
  const facts = [figure("a", "30.5"), figure("b", "40")];

  test("a sum adds quantities, a count the facts that stand", () => {
    expect(scored(indicatorOf({ form: "sum", of }), facts)).toMatchObject({
      points: "7.05",
      value: { n: "141", d: "2" },
      factCount: 2,
      arithmetic: {
        form: "linear",
        value: "70.5",
        baseline: "0",
        target: "100",
        share: "0.705",
        origin: { of: "sum", facts: 2 },
      },
    });
    const more = [...facts, storno(facts[0]!)];
    expect(scored(indicatorOf({ form: "count", of }), more)).toMatchObject({
      value: { n: "1", d: "1" },
      factCount: 1,
      arithmetic: { origin: { of: "count", facts: 1 } },
    });
  });

  test("conditions: eq, ne and in, of the indicator's filter and of the selection; a missing attribute is empty", () => {
    const some = [
      figure("a", "1", { attributes: { level: "province", year: 1 } }),
      figure("b", "2", { attributes: { level: "city", year: 1 } }),
      figure("c", "4", { attributes: { year: 2 } }),
    ];
    const value = (filter: IndicatorBody["filter"], conditions: IndicatorBody["filter"] = []) =>
      scored(indicatorOf({ form: "sum", of: { kind: "metric", conditions } }, { filter }), some).value?.n ?? null;
    const level = (operator: "eq" | "ne" | "in", ...values: string[]) => [{ attribute: "level", operator, values }];
    expect(value(level("eq", "city"))).toBe("2");
    expect(value(level("eq", "city", "province"))).toBe("2");
    expect(value(level("ne", "city"))).toBe("5");
    expect(value(level("in", "city", "province"))).toBe("3");
    expect(value(level("eq", ""))).toBe("4");
    expect(value([], level("in", "city"))).toBe("2");
    expect(value([{ attribute: "year", operator: "eq", values: ["1"] }], level("ne", "city"))).toBe("1");
    expect(value(level("eq", "county"))).toBeNull();
  });

  test("figures finer than four places and larger than eleven digits are exact too", () => {
    expect(scored(indicatorOf({ form: "sum", of }), [figure("a", "0.12345678"), figure("b", "1")]).value).toEqual({
      n: "56172839",
      d: "50000000",
    });
    expect(scored(indicatorOf({ form: "count", of }), [figure("a", "0.12345678")]).value).toEqual({ n: "1", d: "1" });
  });
});

describe("the last fact", () => {
  const last = indicatorOf({ form: "last", of });
  const value = (...facts: ScoringFact[]) => scored(last, facts).value?.n;

  test("is the latest by day, then by entry, then by id, in whatever order they come", () => {
    const early = figure("z", "1", { occurredOn: "2026-03-01", recordedAt: "2026-03-30T00:00:00Z" });
    const late = figure("a", "2", { occurredOn: "2026-03-02", recordedAt: "2026-03-03T00:00:00Z" });
    const entered = figure("b", "3", { occurredOn: "2026-03-02", recordedAt: "2026-03-04T00:00:00Z" });
    const same = figure("c", "4", { occurredOn: "2026-03-02", recordedAt: "2026-03-04T00:00:00Z" });
    for (const order of [(list: ScoringFact[]) => list, (list: ScoringFact[]) => list.toReversed()]) {
      expect(value(...order([early, late]))).toBe("2");
      expect(value(...order([early, late, entered]))).toBe("3");
      expect(value(...order([early, late, entered, same]))).toBe("4");
    }
    expect(value(early, late, entered, same, storno(same))).toBe("3");
    expect(scored(last, [early, late])).toMatchObject({
      points: "0.20",
      factCount: 2,
      arithmetic: { form: "linear", origin: { of: "last", occurredOn: "2026-03-02", facts: 2 } },
    });
  });

  test("may earn points by its unit", () => {
    const rule: PointsRule = {
      rule: "add",
      attribute: "level",
      units: [{ value: "a", points: "2" }],
      otherwise: "1",
      ceiling: "8",
    };
    const facts = [
      figure("early", "9", { occurredOn: "2026-03-01", attributes: { level: "a" } }),
      figure("late", "3", { attributes: { level: "a" } }),
    ];
    expect(scored({ ...last, pointsRule: rule }, facts)).toMatchObject({
      points: "6.00",
      value: { n: "6", d: "1" },
      arithmetic: {
        form: "units",
        rule: "add",
        items: [{ value: "a", quantity: "3", unit: "2", points: "6" }],
        sum: "6",
        bound: "8",
        bounded: false,
      },
      reach: { form: "units_more", points: "2" },
    });
  });
});

describe("the mean", () => {
  const mean = (sample: { attribute: string; minimum: number } | null) => indicatorOf({ form: "mean", of, sample });

  test("divides by the facts that stand", () => {
    const wrong = figure("c", "1");
    const facts = [figure("a", "80"), figure("b", "85.5"), wrong, storno(wrong)];
    expect(scored(mean(null), facts)).toMatchObject({
      points: "8.28",
      value: { n: "331", d: "4" },
      factCount: 2,
      arithmetic: { value: "82.75", origin: { of: "mean", sum: "165.5", facts: 2, answers: null } },
    });
  });

  test("needs enough answers, those of all facts together", () => {
    const facts = [
      figure("a", "80", { attributes: { ballots: 2 } }),
      figure("b", "90", { attributes: { ballots: "3" } }),
    ];
    expect(scored(mean({ attribute: "ballots", minimum: 5 }), facts)).toMatchObject({
      state: "scored",
      points: "8.50",
      arithmetic: { origin: { answers: "5", facts: 2 } },
    });
    expect(scored(mean({ attribute: "ballots", minimum: 6 }), facts)).toMatchObject({
      state: "not_applicable",
      why: "sample",
      value: null,
      arithmetic: { form: "sample", answers: "5", minimum: 6 },
    });
    expect(scored(mean({ attribute: "voters", minimum: 1 }), facts)).toMatchObject({ why: "sample" });
    expect(scored(mean({ attribute: "ballots", minimum: 5 }), [])).toMatchObject({
      state: "pending",
      why: null,
      arithmetic: { form: "no_data", meaning: "pending" },
    });
  });
});

describe("judges", () => {
  const judges = (minimum: number, trim = false) => indicatorOf({ form: "judges", of, minimum, trim });
  const by = (...points: string[]) =>
    points.map((quantity, index) =>
      figure(`judgement ${index}`, quantity, { attributes: { judge: `judge ${index}` } }),
    );

  test("give the mean of what each gave, once enough have", () => {
    const line = scored(judges(2), [...by("80", "91").toReversed()]);
    expect(line).toMatchObject({ points: "8.55", factCount: 2 });
    expect(line.arithmetic).toMatchObject({
      value: "85.5",
      origin: {
        of: "judges",
        judges: [
          { judge: "judge 0", points: "80", counted: true },
          { judge: "judge 1", points: "91", counted: true },
        ],
        sum: "171",
        counted: 2,
      },
    });
    expect(scored(judges(3), by("80", "91"))).toMatchObject({
      state: "pending",
      reach: { form: "data" },
      arithmetic: { form: "judges_missing", judged: 2, minimum: 3 },
    });
    expect(scored(judges(3), [])).toMatchObject({ state: "pending", arithmetic: { form: "no_data" } });
    expect(scored(judges(2), [...by("80", "91"), storno(by("80")[0]!)])).toMatchObject({ state: "pending" });
  });

  test("of five or more one highest and one lowest may be left out", () => {
    expect(scored(judges(1, true), by("100", "80", "90", "70"))).toMatchObject({ points: "8.50" });
    const trimmed = scored(judges(5, true), by("100", "9", "90", "70", "100"));
    expect(trimmed).toMatchObject({ value: { n: "260", d: "3" }, factCount: 5 });
    expect(trimmed.arithmetic).toMatchObject({
      origin: {
        judges: [
          { points: "100", counted: true },
          { points: "9", counted: false },
          { points: "90", counted: true },
          { points: "70", counted: true },
          { points: "100", counted: false },
        ],
        sum: "260",
        counted: 3,
      },
    });
    const reversed = by("100", "9", "90", "70", "100").toReversed();
    expect(scored(judges(5, true), reversed)).toEqual(trimmed);
    expect(scored(judges(1), by("100", "9", "90", "70", "100")).value).toEqual({ n: "369", d: "5" });
  });

  test("stand in the order of their names, whoever entered first", () => {
    const facts = [
      figure("entered first", "70", { attributes: { judge: "王" } }),
      figure("entered second", "80", { attributes: { judge: "李" } }),
      figure("entered third", "90", { attributes: { judge: "张" } }),
      figure("entered fourth", "60", { attributes: { judge: "张" } }),
    ];
    const order = (entries: ScoringFact[]) => {
      const { origin } = scored(judges(1), entries).arithmetic as { origin?: { judges?: object[] } };
      return origin?.judges;
    };
    const named = [
      { judge: "张", points: "60", counted: true },
      { judge: "张", points: "90", counted: true },
      { judge: "李", points: "80", counted: true },
      { judge: "王", points: "70", counted: true },
    ];
    expect(order(facts)).toEqual(named);
    expect(order(facts.toReversed())).toEqual(named);
  });

  test("without names they stand in the order of their entries", () => {
    const facts = [figure("b", "2"), figure("a", "1")];
    expect(scored(judges(1), facts).arithmetic).toMatchObject({
      origin: {
        judges: [
          { judge: "", points: "1" },
          { judge: "", points: "2" },
        ],
      },
    });
  });
});

describe("a ratio", () => {
  const side = (kind: "obligation.due" | "metric", measure: "count" | "quantity" | "base") => ({
    kind,
    measure,
    conditions: [],
  });
  const ratio = (denominator: "obligation.due" | "metric", timeliness: "weighted" | "ignored", changes = {}) =>
    indicatorOf(
      { form: "ratio", numerator: side("metric", "quantity"), denominator: side(denominator, "base"), timeliness },
      changes,
    );
  const late = figure("a", "3", { base: "4", attributes: { timeliness: "late", template: "t" } });

  test("through another rule than a target names both sides all the same", () => {
    expect(scored(ratio("metric", "ignored"), [late]).arithmetic).toMatchObject({
      form: "linear",
      value: "0.75",
      origin: { of: "ratio", numerator: "3", denominator: "4" },
    });
    expect(scored(ratio("metric", "weighted"), [late]).arithmetic).toMatchObject({
      value: "0.375",
      origin: { of: "timely_ratio", due: "4", onTime: "0", late: "3", lateFactor: "0.5" },
    });
  });

  test("beyond its target counts as full", () => {
    const target: PointsRule = { rule: "ratio", target: "0.5" };
    expect(scored(ratio("metric", "ignored", { pointsRule: target }), [late])).toMatchObject({
      points: "10.00",
      reach: null,
      arithmetic: { form: "ratio", quotient: "0.75", ofTarget: "1", capped: true },
    });
    const exact: PointsRule = { rule: "ratio", target: "0.75" };
    expect(scored(ratio("metric", "ignored", { pointsRule: exact }), [late]).arithmetic).toMatchObject({
      capped: false,
    });
  });

  test("with nothing due doesn't apply, whatever it says about missing data", () => {
    expect(scored(ratio("obligation.due", "weighted"), [late])).toMatchObject({ state: "not_applicable" });
    expect(scored(ratio("metric", "ignored"), [])).toMatchObject({ state: "pending" });
    expect(scored(ratio("metric", "ignored"), [{ ...late, base: "0" }])).toMatchObject({ state: "not_applicable" });
    expect(scored(ratio("metric", "ignored"), [{ ...late, base: "-1" }])).toMatchObject({ state: "not_applicable" });
  });

  test("counts facts that stand on both sides of the line once", () => {
    const other = fact("due", "obligation.due", { base: "8" });
    expect(scored(ratio("metric", "ignored"), [late]).factCount).toBe(1);
    expect(scored(ratio("obligation.due", "ignored"), [late, other])).toMatchObject({
      factCount: 2,
      value: { n: "3", d: "8" },
    });
  });
});
