import { describe, expect, test } from "vitest";
import { evidenceOf, singleKinds } from "./evidence.ts";
import { attendanceRate, fact, metricOf, storno } from "./testing.ts";

const none = new Set<never>();
const of = { kind: "metric" as const, conditions: [] };

describe("facts become evidence", () => {
  test("those of one kind with the same attributes are added up, in whatever order the attributes stand", () => {
    const facts = [
      fact("a", "attendance", { quantity: "3.5", base: "4", attributes: { template: "x", timeliness: "late" } }),
      fact("b", "attendance", { quantity: "2", base: "5", attributes: { timeliness: "late", template: "x" } }),
      fact("c", "attendance", { quantity: "1", base: null, attributes: { template: "y" } }),
      fact("d", "metric", { quantity: "7", attributes: { template: "y" } }),
    ];
    expect(evidenceOf(facts, none)).toEqual([
      {
        kind: "attendance",
        attributes: { template: "x", timeliness: "late" },
        count: 2,
        quantity: "5.5",
        base: "9",
        single: null,
      },
      { kind: "attendance", attributes: { template: "y" }, count: 1, quantity: "1", base: "0", single: null },
      { kind: "metric", attributes: { template: "y" }, count: 1, quantity: "7", base: "0", single: null },
    ]);
  });

  test("the same id twice is one fact", () => {
    const one = fact("a", "metric", { quantity: "7" });
    expect(evidenceOf([one, { ...one }], none)).toMatchObject([{ count: 1, quantity: "7" }]);
  });

  test("a storno takes its fact off, and an emptied group is none", () => {
    const [kept, wrong] = [
      fact("a", "metric", { quantity: "7", base: "9" }),
      fact("b", "metric", { quantity: "5", base: "4" }),
    ];
    expect(evidenceOf([kept, wrong, storno(wrong)], none)).toMatchObject([{ count: 1, quantity: "7", base: "9" }]);
    expect(evidenceOf([wrong, storno(wrong)], none)).toEqual([]);
  });

  test("of a single kind each unreversed fact stands alone", () => {
    const [kept, wrong] = [fact("a", "metric", { quantity: "7", base: "9" }), fact("b", "metric")];
    const other = fact("c", "honour");
    expect(evidenceOf([kept, wrong, storno(wrong), other], new Set(["metric"]))).toEqual([
      { kind: "honour", attributes: {}, count: 1, quantity: "1", base: "0", single: null },
      {
        kind: "metric",
        attributes: {},
        count: 1,
        quantity: "7",
        base: "9",
        single: { id: "a", occurredOn: kept.occurredOn, recordedAt: kept.recordedAt },
      },
    ]);
    expect(evidenceOf([fact("d", "metric")], new Set(["metric"]))).toMatchObject([{ base: "0" }]);
  });
});

test("the single kinds are those read by last, mean and judges", () => {
  const metric = metricOf("x");
  expect(singleKinds([metric, attendanceRate()])).toEqual(new Set());
  for (const aggregation of [
    { form: "last" as const, of },
    { form: "mean" as const, of, sample: null },
    { form: "judges" as const, of, minimum: 1, trim: false },
  ]) {
    expect(singleKinds([attendanceRate(), { ...metric, aggregation }])).toEqual(new Set(["metric"]));
  }
});
