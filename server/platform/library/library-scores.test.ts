import { type IndicatorBody, indicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { type SchemeBody, schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import type { ScoreContext } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import { fact, lineOf, march, sheetOf } from "@dutyloop/domain/assessment/scoring/testing.ts";
import type { ScoringFact } from "@dutyloop/domain/assessment/things.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { loadLibrary } from "./load.ts";

let indicators: IndicatorBody[];
let schemes: Map<string, SchemeBody>;
beforeAll(async () => {
  indicators = (await loadLibrary("indicators", indicatorBody)).map(({ body }) => body);
  schemes = new Map((await loadLibrary("schemes", schemeBody)).map(({ body }) => [body.code, body]));
});

const score = (scheme: string, facts: readonly ScoringFact[], context: Partial<ScoreContext> = {}) =>
  sheetOf(schemes.get(scheme) as SchemeBody, indicators, facts, context);
const metric = (code: string, quantity: string, changes: Partial<ScoringFact> = {}) =>
  fact(`${code} ${quantity}`, "metric", { quantity, ...changes, attributes: { metric: code, ...changes.attributes } });

describe("月积分 of the library", () => {
  test("with findings, March of the worked example makes 92.42", () => {
    const sheet = score("monthly_full", march(), { closed: true });
    expect(sheet.lines.map(({ code, points }) => [code, points])).toEqual([
      ["monthly_full_total", "92.42"],
      ["meetings_on_time", "36.00"],
      ["attendance", "28.42"],
      ["overdue_findings", "28.00"],
    ]);
    expect(sheet.coverage).toBe("100.00");
  });

  test("with safety: no file is 待补报, an empty one full marks, one event 28.00", () => {
    const facts = march().filter(({ kind }) => kind !== "finding.overdue");
    const delivered = { receipts: new Set(["safety"]) };
    const safety = (context: Partial<ScoreContext>, ...events: ScoringFact[]) => {
      const { state, points } = lineOf(score("monthly_safety", [...facts, ...events], context), "safety_events");
      return [state, points];
    };
    expect(safety({ closed: true })).toEqual(["pending", null]);
    expect(safety(delivered)).toEqual(["scored", "30.00"]);
    const event = (severity: string) => metric("safety_events", "1", { attributes: { severity } });
    expect(safety(delivered, event("general"))).toEqual(["scored", "28.00"]);
    expect(safety(delivered, event("fatal"))).toEqual(["scored", "0.00"]);
  });
});

describe("631 of the library", () => {
  const value = [metric("key_tasks", "95", { base: "100" }), metric("outage_hours", "8")];
  const known: Partial<ScoreContext> = {
    receipts: new Set(["safety", "service"]),
    figures: new Map([["monthly", "92.42"]]),
  };
  const noReport = {
    ...known,
    settlements: new Map([["secretary_appraisal", { outcome: "not_applicable" as const, value: null }]]),
  };
  const answers = (mean: string, ballots: number) =>
    fact("survey", "review.result", { quantity: mean, attributes: { review: "recognition", ballots } });
  const report = (points: string) =>
    fact("report", "review.result", { quantity: points, attributes: { review: "secretary_appraisal", ballots: 9 } });
  const honour = fact("honour", "honour", { attributes: { level: "provincial" } });

  test("without 满意度 it is 89.81 at 90 %", () => {
    const sheet = score("scheme_631", value, known);
    expect([lineOf(sheet, "value_created").points, lineOf(sheet, "monthly_figure").points]).toEqual(["88.50", "92.42"]);
    expect([sheet.total, sheet.coverage]).toEqual(["89.81", "90.00"]);
  });

  test("with 96 in the survey 90.43, with a provincial honour 92.43, with four answers 89.81 at 100 %", () => {
    expect(score("scheme_631", [...value, answers("96", 6)], noReport).total).toBe("90.43");
    expect(score("scheme_631", [...value, answers("96", 6), honour], noReport).total).toBe("92.43");
    const few = score("scheme_631", [...value, answers("96", 4)], noReport);
    expect([few.total, few.coverage]).toEqual(["89.81", "100.00"]);
    expect(lineOf(few, "recognition")).toMatchObject({ state: "not_applicable", why: "sample" });
  });

  test.each([
    ["90", "40.00"],
    ["89.99", "32.00"],
    ["60", "24.00"],
    ["59", "0.00"],
  ])("a secretary's report of %s gives %s", (points, expected) => {
    expect(lineOf(score("scheme_631", [report(points)], known), "secretary_appraisal").points).toBe(expected);
  });

  test("a fatal accident waits as a veto, another event doesn't", () => {
    const event = (severity: string) => [metric("safety_events", "1", { attributes: { severity } })];
    expect(score("scheme_631", event("fatal"), known).vetoes.map(({ code }) => code)).toEqual(["fatal_accident"]);
    expect(score("scheme_631", event("serious"), known).vetoes).toEqual([]);
  });
});

test("a committee's month is its branches' month, by members, and their records, each alike", () => {
  const child = (points: string, members: number) => ({ points, fullMarks: "100", state: "scored" as const, members });
  const sheet = score("committee_monthly", [], {
    children: new Map([
      ["monthly ", [child("90", 30), child("60", 10)]],
      ["monthly record_standard", [child("90", 30), child("60", 10)]],
    ]),
  });
  expect(sheet.lines.map(({ points }) => points)).toEqual(["80.25", "57.75", "22.50"]);
});

describe("八项考评 of the library", () => {
  const areas = ["leadership", "integrity", "culture", "stability", "brand", "union", "youth", "retired"];
  const marks = (points: string) =>
    areas.flatMap((area) =>
      ["first", "second", "third"].map((judge) =>
        fact(`${area} ${judge}`, "judgement", {
          quantity: points,
          attributes: { indicator: `area_${area}_judged`, judge },
        }),
      ),
    );
  const delivered = { closed: true, receipts: new Set(["discipline", "petitions"]) };

  test("full marks in all eight make 100, and an area without three judges waits", () => {
    expect(score("eight_areas", marks("100"), delivered)).toMatchObject({ total: "100.00", coverage: "100.00" });
    const fewer = marks("100").filter(({ id }) => id !== "brand third");
    expect(score("eight_areas", fewer, delivered)).toMatchObject({ total: "100.00", coverage: "90.00" });
  });

  test("cases, petitions and overdue findings cost points, honours earn some", () => {
    const facts = [
      ...marks("90"),
      metric("discipline_cases", "1"),
      metric("repeated_petitions", "2"),
      fact("overdue", "finding.overdue", { attributes: { severity: "serious" } }),
      fact("honour", "honour", { attributes: { level: "national" } }),
    ];
    const sheet = score("eight_areas", facts, delivered);
    const points = Object.fromEntries(sheet.lines.map((line) => [line.code, line.points]));
    expect(points).toMatchObject({
      area_integrity: "83.00",
      area_stability: "86.00",
      honours_bonus: "3.00",
      supervision_deduction: "2.00",
    });
    expect(sheet.total).toBe("89.35");
  });
});

test("季亮比 of the library: two judges of the sample and the records' own standard", () => {
  const judged = (judge: string, quantity: string) =>
    fact(judge, "judgement", { quantity, attributes: { indicator: "sampled_records", judge } });
  const records = fact("records", "record.standard", { quantity: "9", base: "10" });
  const sheet = score("quarterly", [judged("a", "80"), judged("b", "90"), records]);
  expect(sheet.lines.map(({ points }) => points)).toEqual(["87.00", "51.00", "36.00"]);
});
