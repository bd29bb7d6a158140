import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SchemeBody } from "../definitions/scheme.ts";
import { checkProportions, decideGrade, suggestGrade } from "./grade-rules.ts";

const name = { zh: "名", en: "name" };
const grades = [
  { code: "good", name, atLeast: "90" },
  { code: "fairly_good", name, atLeast: "80" },
  { code: "average", name, atLeast: "60" },
  { code: "poor", name, atLeast: "0" },
];
const when: SchemeBody["vetoes"][number]["when"] = { kind: "finding.opened", conditions: [], atLeast: 1 };
const vetoes: SchemeBody["vetoes"] = [
  { code: "accident", name, when, effect: { caps: "grade", grade: "average" } },
  { code: "complaint", name, when, effect: { caps: "grade", grade: "fairly_good" } },
  { code: "fraud", name, when, effect: { caps: "total", total: "59" } },
  { code: "stray", name, when, effect: { caps: "grade", grade: "unknown" } },
];
const scheme = { grades, vetoes };
const suggest = (total: string | null, ...confirmed: string[]) => suggestGrade(scheme, total, new Set(confirmed));

describe("the suggested grade", () => {
  test.each([
    ["100.00", "good"],
    ["90.00", "good"],
    ["89.99", "fairly_good"],
    ["80", "fairly_good"],
    ["60.00", "average"],
    ["0.00", "poor"],
    ["-0.01", null],
    [null, null],
  ])("of a total of %s is %s: bounds are reached inclusively", (total, grade) => {
    expect(suggest(total)).toEqual({ grade, cap: null, cappedBy: null });
  });

  test("is capped by a confirmed veto and never lifted", () => {
    expect(suggest("92.00", "accident")).toEqual({ grade: "average", cap: "average", cappedBy: "accident" });
    expect(suggest("20.00", "accident").grade).toBe("poor");
    expect(suggest("-5.00", "accident").grade).toBeNull();
    expect(suggest(null, "accident").grade).toBeNull();
  });

  test("takes the lowest of several caps", () => {
    expect(suggest("92.00", "complaint", "accident")).toMatchObject({ grade: "average", cappedBy: "accident" });
    expect(suggest("92.00", "complaint")).toMatchObject({ grade: "fairly_good", cappedBy: "complaint" });
    const turned = { grades, vetoes: vetoes.toReversed() };
    expect(suggestGrade(turned, "92.00", new Set(["accident", "complaint"]))).toMatchObject({ cap: "average" });
    expect(suggest("92.00", "complaint", "stray")).toMatchObject({ grade: "fairly_good" });
  });

  test("is not changed by a veto that caps the total", () => {
    expect(suggest("92.00", "fraud")).toEqual({ grade: "good", cap: null, cappedBy: null });
  });

  test("is none in a scheme without grades", () => {
    expect(suggestGrade({ grades: [], vetoes: [] }, "92.00", new Set())).toMatchObject({ grade: null });
  });

  test("never gets better by another confirmed veto", () => {
    const total = fc.integer({ min: -5, max: 105 }).map(String);
    const codes = fc.subarray(["accident", "complaint", "fraud"]);
    const place = (grade: string | null) => (grade === null ? 99 : grades.findIndex(({ code }) => code === grade));
    fc.assert(
      fc.property(total, codes, codes, (points, some, more) => {
        expect(place(suggest(points, ...some, ...more).grade)).toBeGreaterThanOrEqual(
          place(suggest(points, ...some).grade),
        );
      }),
    );
  });
});

describe("a decided grade", () => {
  const decide = (total: string, grade: string, reason: string, ...confirmed: string[]) =>
    decideGrade(scheme, suggest(total, ...confirmed), { grade, reason }, "第一党支部");

  test("needs a reason where it differs from the suggestion", () => {
    expect(decide("92.00", "good", "")).toEqual({ grade: "good", reason: "" });
    expect(decide("92.00", "average", " 民主测评较低 ")).toEqual({ grade: "average", reason: "民主测评较低" });
    expect(decide("85.00", "good", "超额完成")).toEqual({ grade: "good", reason: "超额完成" });
    expect(decide("92.00", "average", " ")).toMatchObject({
      code: "board.grade_reason_missing",
      field: "reason",
      values: { organization: "第一党支部" },
    });
  });

  test("is one of the scheme's", () => {
    expect(decide("92.00", "excellent", "好")).toMatchObject({
      code: "board.grade_unknown",
      field: "grade",
      values: { grade: "excellent" },
    });
  });

  test("is never better than a confirmed veto allows", () => {
    expect(decide("92.00", "fairly_good", "好", "accident")).toMatchObject({
      code: "board.grade_above_cap",
      field: "grade",
      values: { organization: "第一党支部" },
    });
    expect(decide("20.00", "fairly_good", "好", "accident")).toMatchObject({ code: "board.grade_above_cap" });
    expect(decide("20.00", "average", "好", "accident")).toEqual({ grade: "average", reason: "好" });
  });
});

describe("proportions", () => {
  const check = (atMost: string, ranked: number, ...held: (string | null)[]) =>
    checkProportions([{ grade: "good", atMost }], ranked, held)[0];

  test("are floor(n × p), and those over the limit are counted", () => {
    expect(check("0.30", 9, "good", "good", "good", "average", null)).toEqual({
      grade: "good",
      atMost: "0.30",
      limit: 2,
      count: 3,
      over: 1,
    });
    expect(check("0.30", 10, "good", "good")).toMatchObject({ limit: 3, count: 2, over: 0 });
    expect(check("0.29", 100)).toMatchObject({ limit: 29 });
    expect(check("0.5", 0, "good")).toMatchObject({ limit: 0, over: 1 });
    expect(checkProportions([], 10, ["good"])).toEqual([]);
  });

  test("are exact where a binary fraction would fall short", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 100 }), (ranked, percent) => {
        const { limit } = check(`${Math.floor(percent / 100)}.${String(percent % 100).padStart(2, "0")}`, ranked)!;
        expect([limit * 100 <= ranked * percent, (limit + 1) * 100 > ranked * percent]).toEqual([true, true]);
      }),
    );
  });
});
