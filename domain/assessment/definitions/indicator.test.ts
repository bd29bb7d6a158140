import { describe, expect, test } from "vitest";
import { readShape } from "../validation/validation-shape.ts";
import { condition, decimal, indicatorBody, month } from "./indicator.ts";

const name = { zh: "名称", en: "Name" };
/** As little as an indicator can be written with. */
const least = {
  code: "outage",
  version: 1,
  name,
  dimension: "good",
  reads: ["metric"],
  aggregation: { form: "sum", of: { kind: "metric" } },
  pointsRule: { rule: "ratio" },
  noData: "pending",
  basis: name,
};
const text = (length: number) => "x".repeat(length);
const aggregated = (aggregation: object) => ({ ...least, aggregation });
const rewarded = (pointsRule: object) => ({ ...least, pointsRule });
const formula = (expression: string, inputs: object[]) => aggregated({ form: "formula", expression, inputs });
const input = (changes: object = {}) => ({ name: "a", indicator: "outage_rate", version: 1, ...changes });
const mean = (sample: object) => aggregated({ form: "mean", of: { kind: "metric" }, sample });
const judges = (changes: object) => aggregated({ form: "judges", of: { kind: "metric" }, ...changes });

/** What keeps an indicator from being read, as `path: code`; empty where it is read. */
const problemsOf = (body: object): string[] => {
  const read = readShape(indicatorBody, body);
  return Array.isArray(read) ? read.map(({ path, code }) => `${path}: ${code.replace("definition.", "")}`) : [];
};

describe("what isn't written of an indicator is filled in", () => {
  test("about organisations, higher is better, from any month on, closed by the product itself, free of typing", () => {
    expect(indicatorBody.parse(least)).toEqual({
      ...least,
      subject: "organization",
      unit: null,
      validFrom: null,
      direction: "higher",
      filter: [],
      aggregation: { form: "sum", of: { kind: "metric", conditions: [] } },
      pointsRule: { rule: "ratio", target: "1" },
      source: "system",
      zeroReason: null,
      owner: null,
      cost: { fields: 0 },
    });
  });

  test.each([
    [{ form: "mean" }, { form: "mean", sample: null }],
    [{ form: "judges" }, { form: "judges", minimum: 1, trim: false }],
  ])("of an aggregation: %j", (written, complete) => {
    const { aggregation } = indicatorBody.parse(aggregated({ ...written, of: { kind: "metric" } }));
    expect(aggregation).toEqual({ ...complete, of: { kind: "metric", conditions: [] } });
  });

  test("of the two sides of a ratio", () => {
    const side = { kind: "metric", measure: "quantity" };
    const ratio = { form: "ratio", numerator: side, denominator: side, timeliness: "ignored" };
    const complete = { ...side, conditions: [] };
    expect(indicatorBody.parse(aggregated(ratio)).aggregation).toEqual({
      ...ratio,
      numerator: complete,
      denominator: complete,
    });
  });

  test.each([
    [
      { rule: "deduct", attribute: null, units: [], otherwise: "1" },
      { rule: "deduct", attribute: null, units: [], otherwise: "1", floor: "0" },
    ],
    [
      { rule: "cel", expression: "value" },
      { rule: "cel", expression: "value", floor: "0", ceiling: null },
    ],
  ])("of a points rule: %j", (written, complete) => {
    expect(indicatorBody.parse(rewarded(written)).pointsRule).toEqual(complete);
  });
});

describe("how much and how little may be written", () => {
  test.each([
    ["a first version", least],
    ["a source of 64 characters", { ...least, source: text(64) }],
    ["an expression of 1000 characters", formula(text(1000), [input()])],
    ["a points rule of 1000 characters", rewarded({ rule: "cel", expression: text(1000) })],
    ["a name of one letter", formula("a", [input()])],
    ["a name of 40 letters, digits and underscores", formula("a", [input({ name: `a_1${text(37)}` })])],
    ["a sample of one, by an attribute of 64 characters", mean({ attribute: text(64), minimum: 1 })],
    ["one judge", judges({ minimum: 1 })],
    ["units by an attribute of 64 characters", rewardedBy(text(64))],
    ["no points for a unit", rewardedBy("kind", "0")],
    ["no field to type", { ...least, cost: { fields: 0 } }],
    ["one band without points", rewarded({ rule: "bands", bands: [{ bound: "-1", points: "0" }] })],
  ])("%s", (_, body) => expect(problemsOf(body)).toEqual([]));

  test.each([
    ["version zero", { ...least, version: 0 }, "version: field_too_small"],
    ["half a version", { ...least, version: 1.5 }, "version: field_type"],
    ["an empty source", { ...least, source: "" }, "source: field_too_small"],
    ["a source of 65 characters", { ...least, source: text(65) }, "source: field_too_big"],
    ["an empty expression", formula("", [input()]), "aggregation.expression: field_too_small"],
    ["an expression of 1001 characters", formula(text(1001), [input()]), "aggregation.expression: field_too_big"],
    ["a formula without inputs", formula("1", []), "aggregation.inputs: field_too_small"],
    [
      "version zero of an input",
      formula("a", [input({ version: 0 })]),
      "aggregation.inputs[0].version: field_too_small",
    ],
    ["an empty points rule", rewarded({ rule: "cel", expression: "" }), "pointsRule.expression: field_too_small"],
    [
      "a points rule of 1001 characters",
      rewarded({ rule: "cel", expression: text(1001) }),
      "pointsRule.expression: field_too_big",
    ],
    ["a sample of none", mean({ attribute: "ballots", minimum: 0 }), "aggregation.sample.minimum: field_too_small"],
    ["a sample by no attribute", mean({ attribute: "", minimum: 1 }), "aggregation.sample.attribute: field_too_small"],
    [
      "a sample by an attribute of 65 characters",
      mean({ attribute: text(65), minimum: 1 }),
      "aggregation.sample.attribute: field_too_big",
    ],
    ["no judge at all", judges({ minimum: 0 }), "aggregation.minimum: field_too_small"],
    ["units by an empty attribute", rewardedBy(""), "pointsRule.attribute: field_too_small"],
    ["units by an attribute of 65 characters", rewardedBy(text(65)), "pointsRule.attribute: field_too_big"],
    ["points below zero for a unit", rewardedBy("kind", "-0.1"), "pointsRule.units[0].points: below_zero"],
    ["no bands", rewarded({ rule: "bands", bands: [] }), "pointsRule.bands: field_too_small"],
    ["fields below zero", { ...least, cost: { fields: -1 } }, "cost.fields: field_too_small"],
    ["a cost of something else", { ...least, cost: { fields: 1, minutes: 5 } }, "cost.minutes: field_unknown"],
    [
      "a kind of figure nobody knows",
      aggregated({
        form: "ratio",
        numerator: ratioSide("sum"),
        denominator: ratioSide("count"),
        timeliness: "ignored",
      }),
      "aggregation.numerator.measure: field_value",
    ],
    [
      "a weighting nobody knows",
      aggregated({ form: "rollup", scheme: "monthly", line: null, weighting: "size" }),
      "aggregation.weighting: field_value",
    ],
    ["a direction nobody knows", { ...least, direction: "up" }, "direction: field_value"],
    ["a subject nobody knows", { ...least, subject: "group" }, "subject: field_value"],
    ["a dimension nobody knows", { ...least, dimension: "nice" }, "dimension: field_value"],
    ["a meaning of silence nobody knows", { ...least, noData: "half" }, "noData: field_value"],
    ["a points rule nobody knows", rewarded({ rule: "lottery" }), "pointsRule.rule: field_format"],
  ])("not %s", (_, body, found) => expect(problemsOf(body)).toEqual([found]));

  test.each(["A", "1a", "_a", "a-b", "a b", "ab!", "é", "", `a${text(40)}`])(
    "not %j as the name of an input",
    (name) => {
      expect(problemsOf(formula("1", [input({ name })]))).toEqual(["aggregation.inputs[0].name: field_format"]);
    },
  );

  test.each([
    ["sum", { form: "sum", of: {} }, ["of.kind: field_missing"]],
    ["count", { form: "count", of: { kind: "metric", more: 1 } }, ["of.more: field_unknown"]],
    ["last", { form: "last", of: { kind: "metric" }, more: 1 }, ["more: field_unknown"]],
    ["mean", { form: "mean" }, ["of: field_missing"]],
    ["judges", { form: "judges" }, ["of: field_missing"]],
    ["formula", { form: "formula" }, ["expression: field_missing", "inputs: field_missing"]],
    ["rollup", { form: "rollup" }, ["scheme: field_missing", "line: field_missing", "weighting: field_missing"]],
    ["figure", { form: "figure" }, ["scheme: field_missing"]],
    [
      "ratio",
      { form: "ratio" },
      ["numerator: field_missing", "denominator: field_missing", "timeliness: field_missing"],
    ],
  ])("a %s says what it is made of and nothing else", (_, aggregation, found) => {
    expect(problemsOf(aggregated(aggregation))).toEqual(found.map((each) => `aggregation.${each}`));
  });

  test.each([
    ["ratio", { rule: "ratio", more: 1 }, ["more: field_unknown"]],
    ["add", { rule: "add" }, ["attribute", "units", "otherwise", "ceiling"].map((field) => `${field}: field_missing`)],
    ["deduct", { rule: "deduct" }, ["attribute", "units", "otherwise"].map((field) => `${field}: field_missing`)],
    ["linear", { rule: "linear" }, ["baseline: field_missing", "target: field_missing"]],
    ["bands", { rule: "bands", bands: [{}] }, ["bands[0].bound: field_missing", "bands[0].points: field_missing"]],
    ["cel", { rule: "cel" }, ["expression: field_missing"]],
  ])("a points rule %s says what it is made of and nothing else", (_, rule, found) => {
    expect(problemsOf(rewarded(rule))).toEqual(found.map((each) => `pointsRule.${each}`));
  });
});

function rewardedBy(attribute: string, points = "1") {
  return rewarded({ rule: "add", attribute, units: [{ value: "big", points }], otherwise: "0", ceiling: "5" });
}

function ratioSide(measure: string) {
  return { kind: "metric", measure };
}

describe("a figure is a decimal written out", () => {
  test.each(["0", "7", "-7", "0.5", "-0.25", "123456789012", "0.12345678", "-123456789012.12345678"])("%s", (written) =>
    expect(decimal.safeParse(written).success).toBe(true),
  );
  test.each(["", "-", ".5", "5.", "--1", "+1", "1e3", "1,5", "1 000", " 1", "1 ", "x1", "1x", "0.1.2", "1.5x", "1x5"])(
    "not %j",
    (written) => expect(decimal.safeParse(written).success).toBe(false),
  );
  test("with at most twelve digits before the point and eight behind it", () => {
    expect(decimal.safeParse("1234567890123").success).toBe(false);
    expect(decimal.safeParse("0.123456789").success).toBe(false);
  });
});

describe("a month is a year and one of twelve", () => {
  test.each(["2026-01", "2026-09", "2026-10", "2026-12", "0001-11"])("%s", (written) =>
    expect(month.safeParse(written).success).toBe(true),
  );
  test.each([
    "2026-00",
    "2026-13",
    "2026-20",
    "2026-1",
    "26-01",
    "2026-01-01",
    "x2026-01",
    "2026-01x",
    "2026/01",
    "2026-0x",
    "202x-01",
  ])("not %j", (written) => expect(month.safeParse(written).success).toBe(false));
});

describe("a condition names an attribute and at least one value", () => {
  const of = (changes: object) => condition.safeParse({ attribute: "kind", operator: "eq", values: ["a"], ...changes });
  test.each([
    {},
    { operator: "ne" },
    { operator: "in", values: ["a", "b"] },
    { attribute: "x" },
    { attribute: text(64) },
  ])("%j", (changes) => expect(of(changes).success).toBe(true));
  test.each([
    { attribute: "" },
    { attribute: text(65) },
    { operator: "like" },
    { values: [] },
    { values: [1] },
    { values: "a" },
    { more: 1 },
  ])("not %j", (changes) => expect(of(changes).success).toBe(false));
});

describe("an indicator doesn't contradict itself", () => {
  const side = (kind: string) => ({ kind, measure: "count" });
  const ratio = aggregated({
    form: "ratio",
    numerator: side("obligation.discharged"),
    denominator: side("obligation.due"),
    timeliness: "ignored",
  });
  const units = { rule: "deduct", attribute: null, units: [], otherwise: "1" };
  const counted = (form: string) => ({ ...aggregated({ form, of: { kind: "metric" } }), pointsRule: units });

  test("it says that it reads what it adds up", () => {
    const both = ["obligation.discharged", "obligation.due"];
    expect(problemsOf({ ...ratio, reads: both })).toEqual([]);
    for (const reads of both) expect(problemsOf({ ...ratio, reads: [reads] })).toEqual(["reads: reads_missing"]);
    expect(problemsOf({ ...least, reads: [] })).toEqual(["reads: reads_missing"]);
    expect(problemsOf({ ...formula("a", [input()]), reads: [] })).toEqual([]);
  });

  test("points by units need facts to count, one by one", () => {
    for (const form of ["sum", "count", "last"]) expect(problemsOf(counted(form))).toEqual([]);
    for (const form of ["mean", "judges"]) expect(problemsOf(counted(form))).toEqual(["pointsRule: units_need_events"]);
    const added = { ...units, rule: "add", ceiling: "5" };
    expect(problemsOf({ ...counted("mean"), pointsRule: added })).toEqual(["pointsRule: units_need_events"]);
    expect(problemsOf({ ...counted("sum"), pointsRule: added })).toEqual([]);
  });

  test("nothing for silence is said in words, everything for silence only where events cost points", () => {
    expect(problemsOf({ ...least, noData: "zero" })).toEqual(["zeroReason: zero_unexplained"]);
    expect(problemsOf({ ...least, noData: "zero", zeroReason: null })).toEqual(["zeroReason: zero_unexplained"]);
    expect(problemsOf({ ...least, noData: "zero", zeroReason: name })).toEqual([]);
    expect(problemsOf({ ...counted("count"), noData: "full" })).toEqual([]);
    expect(problemsOf({ ...least, noData: "full" })).toEqual(["noData: full_needs_deduct"]);
  });
});
