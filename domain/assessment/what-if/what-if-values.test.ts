import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type IndicatorBody, indicatorBody } from "../definitions/indicator.ts";
import { leavesOf, type SchemeBody } from "../definitions/scheme.ts";
import { evidenceOf, singleKinds } from "../scoring/evidence.ts";
import { indicatorsByVersion, linesOf } from "../scoring/line-frames.ts";
import { plainContext, type ScoreContext, scorerOf } from "../scoring/scorer.ts";
import { encodeLines } from "../scoring/sheet-figures.ts";
import {
  attendance,
  attendanceRate,
  duty,
  leaf,
  march,
  measure,
  metricOf,
  overdue,
  overdueFindings,
  schemeOf,
  timelyRate,
} from "../scoring/testing.ts";
import type { ScoringFact } from "../things.ts";
import { sheetComposer } from "./what-if-sheets.ts";
import { changedPoints, keepsValue, type LeafInScheme } from "./what-if-values.ts";

const indicators = [timelyRate(), attendanceRate(), overdueFindings(), metricOf("safety")];
const changed = (indicator: IndicatorBody, changes: object) => indicatorBody.parse({ ...indicator, ...changes });

function scheme(marks: readonly [string, string, string, string], changes: object = {}): SchemeBody {
  const [timely, present, findings, safety] = marks;
  const work = {
    kind: "sum",
    code: "work",
    name: { zh: "工作", en: "work" },
    children: [leaf("timely_rate", timely), leaf("attendance_rate", present), leaf("overdue_findings", findings)],
  };
  const root = {
    kind: "weighted",
    code: "all",
    name: { zh: "合计", en: "all" },
    children: [
      { weight: "70", node: work },
      { weight: "30", node: leaf("safety", safety) },
    ],
  };
  return schemeOf(root, changes);
}

const before = scheme(["40", "30", "30", "100"]);

const inScheme = (body: SchemeBody, code: string, known: readonly IndicatorBody[] = indicators): LeafInScheme => ({
  leaf: leavesOf(body).find(({ indicator }) => indicator === code)!,
  lateFactor: body.lateFactor,
  indicators: indicatorsByVersion(known),
});

/** The changed sheet from what the old one stored alone. */
function tried(after: SchemeBody, facts: readonly ScoringFact[], context: ScoreContext, known = indicators) {
  const stored = encodeLines(scorerOf(before, indicators).score(evidenceOf(facts, singleKinds(indicators)), context));
  const places = linesOf(before, indicators).map(({ code }) => code);
  const leaves = leavesOf(after).map(({ indicator }) => {
    expect(keepsValue(inScheme(before, indicator), inScheme(after, indicator, known))).toBe(true);
    return changedPoints(inScheme(after, indicator, known), after.places)(stored[places.indexOf(indicator)]!);
  });
  return sheetComposer(after, linesOf(after, known))(leaves, []);
}

const marks = fc.integer({ min: 1, max: 120 }).map(String);
const histories = fc.record({
  duties: fc.array(fc.constantFrom("on_time" as const, "late" as const, null), { maxLength: 6 }),
  present: fc.option(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 61 }))),
  findings: fc.array(fc.constantFrom("general", "serious", "other"), { maxLength: 4 }),
  safety: fc.option(fc.integer({ min: 0, max: 12_000 })),
  closed: fc.boolean(),
  settled: fc.constantFrom("none", "value", "zero", "not_applicable"),
});

describe("what a changed scheme gives from the sheets that stand", () => {
  test("the worked example with other marks", () => {
    const after = scheme(["30", "40", "30", "100"]);
    const sheet = tried(after, march(), plainContext);
    expect(sheet.lines.map(({ points }) => points)).toEqual(["92.89", "92.89", "27.00", "37.89", "28.00", null]);
    expect(sheet).toMatchObject({ total: "92.89", coverage: "70.00" });
  });

  test("any history, marks, target, floor and places: the same sheet as scoring its facts with the changed scheme", () => {
    const property = fc.property(
      histories,
      fc.tuple(marks, marks, marks, marks),
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom("0.5", "0.9", "1.2"),
      (history, changedMarks, places, target) => {
        const facts = [
          ...history.duties.flatMap((timeliness, index) => duty(`duty ${index}`, "meeting", timeliness)),
          ...(history.present === null ? [] : [attendance("present", ...history.present)]),
          ...history.findings.map((severity, index) => overdue(`finding ${index}`, severity)),
          ...(history.safety === null ? [] : [measure("safety", (history.safety / 100).toFixed(2))]),
        ];
        const outcome = history.settled === "none" ? null : (history.settled as "value");
        const settlement = outcome && { outcome, value: outcome === "value" ? "61.5" : null };
        const context: ScoreContext = {
          ...plainContext,
          closed: history.closed,
          settlements: new Map(settlement ? [["safety", settlement]] : []),
        };
        const after = scheme(changedMarks, { places });
        const known = [
          timelyRate(),
          changed(attendanceRate(), { pointsRule: { rule: "ratio", target } }),
          changed(overdueFindings(), { pointsRule: { ...overdueFindings().pointsRule, floor: "-3" } }),
          changed(metricOf("safety"), { pointsRule: { rule: "bands", bands: [{ bound: "60", points: "50" }] } }),
        ];
        const evidence = evidenceOf(facts, singleKinds(known));
        expect(tried(after, facts, context, known)).toEqual(scorerOf(after, known).score(evidence, context));
      },
    );
    fc.assert(property, { numRuns: 400 });
  });

  test("silence that earns nothing still earns nothing, under whatever marks", () => {
    const name = { zh: "没有记录", en: "no record" };
    const silent = changed(attendanceRate(), { noData: "zero", zeroReason: name });
    const given = changedPoints(inScheme(scheme(["30", "40", "30", "100"]), "attendance_rate", [silent]), 2);
    const root = { kind: "sum", code: "r", name, children: [leaf("attendance_rate", "30")] };
    const [, stored] = encodeLines(scorerOf(schemeOf(root), [silent]).score([], { ...plainContext, closed: true }));
    expect(given(stored as string)).toMatchObject({ figures: { state: "scored", points: "0.00" } });
  });

  test("bonus, deduction and a confirmed veto make the total as scoring does", () => {
    const extra = (code: string, indicator: string) => ({
      code,
      name: { zh: code, en: code },
      ceiling: "5",
      leaves: [leaf(indicator, "10")],
    });
    const body = schemeOf(
      { kind: "sum", code: "month", name: { zh: "月", en: "month" }, children: [leaf("timely_rate", "40")] },
      {
        bonuses: [extra("bonus", "safety")],
        deductions: [extra("minus", "attendance_rate")],
        vetoes: [
          {
            code: "accident",
            name: { zh: "事故", en: "accident" },
            when: { kind: "finding.overdue", atLeast: 1 },
            effect: { caps: "total", total: "20" },
          },
        ],
      },
    );
    for (const facts of [march(), [...march(), measure("safety", "80")], []]) {
      for (const decision of [new Map(), new Map([["accident", true]])]) {
        const context = { ...plainContext, vetoDecisions: decision };
        const evidence = evidenceOf(facts, singleKinds(indicators));
        const figures = scorerOf(body, indicators).score(evidence, context);
        const leaves = leavesOf(body).map(({ indicator }) => {
          const at = linesOf(body, indicators).findIndex(({ code }) => code === indicator);
          return changedPoints(inScheme(body, indicator), body.places)(encodeLines(figures)[at]!);
        });
        expect(sheetComposer(body, linesOf(body, indicators))(leaves, figures.vetoes)).toEqual(figures);
      }
    }
  });
});

describe("which leaves need their facts again", () => {
  const keeps = (changes: { scheme?: object; indicator?: IndicatorBody }, code: string) => {
    const known = indicators.map((indicator) =>
      indicator.code === code ? (changes.indicator ?? indicator) : indicator,
    );
    const after = scheme(["30", "40", "30", "100"], changes.scheme);
    return keepsValue(inScheme(before, code), inScheme(after, code, known));
  };

  test("another late factor: only those that count late ones", () => {
    const lateFactor = { scheme: { lateFactor: "0.4" } };
    expect(keeps(lateFactor, "timely_rate")).toBe(false);
    expect(keeps(lateFactor, "attendance_rate")).toBe(true);
  });

  test("another late factor also reaches a formula over such a ratio", () => {
    const formula = indicatorBody.parse({
      ...metricOf("formula"),
      reads: [],
      aggregation: {
        form: "formula",
        expression: "rate * 100",
        inputs: [{ name: "rate", indicator: "timely_rate", version: 1 }],
      },
    });
    const both = changed(formula, {
      code: "both",
      aggregation: {
        form: "formula",
        expression: "rate + present",
        inputs: [
          { name: "rate", indicator: "timely_rate", version: 1 },
          { name: "present", indicator: "attendance_rate", version: 1 },
        ],
      },
    });
    const root = {
      kind: "sum",
      code: "r",
      name: { zh: "合", en: "r" },
      children: [leaf("formula", "10"), leaf("both", "10")],
    };
    const known = [...indicators, formula, both];
    const [old, now] = [schemeOf(root), schemeOf(root, { lateFactor: "0.4" })];
    for (const code of ["formula", "both"]) {
      expect(keepsValue(inScheme(old, code, known), inScheme(old, code, known))).toBe(true);
      expect(keepsValue(inScheme(old, code, known), inScheme(now, code, known))).toBe(false);
    }
  });

  test("other conditions, units, meaning of no data or source", () => {
    const condition = { attribute: "template", operator: "eq", values: ["lecture"] };
    expect(keeps({ indicator: changed(attendanceRate(), { filter: [condition] }) }, "attendance_rate")).toBe(false);
    const pointsRule = { ...overdueFindings().pointsRule, otherwise: "1" };
    expect(keeps({ indicator: changed(overdueFindings(), { pointsRule }) }, "overdue_findings")).toBe(false);
    const added = (otherwise: string) => {
      const counted = { rule: "add", attribute: null, units: [], otherwise, ceiling: "5" };
      return [changed(overdueFindings(), { noData: "pending", pointsRule: counted })];
    };
    const standing = inScheme(before, "overdue_findings", added("1"));
    expect(keepsValue(standing, inScheme(before, "overdue_findings", added("1")))).toBe(true);
    expect(keepsValue(standing, inScheme(before, "overdue_findings", added("2")))).toBe(false);
    expect(keeps({ indicator: changed(attendanceRate(), { noData: "not_applicable" }) }, "attendance_rate")).toBe(
      false,
    );
    expect(keeps({ indicator: changed(overdueFindings(), { source: "safety" }) }, "overdue_findings")).toBe(false);
  });

  test("another target, name or cost keeps the value", () => {
    const target = { pointsRule: { rule: "ratio", target: "0.8" }, cost: { fields: 9 }, name: { zh: "新", en: "new" } };
    expect(keeps({ indicator: changed(attendanceRate(), target) }, "attendance_rate")).toBe(true);
  });

  test("an expression under other full marks", () => {
    const cel = changed(attendanceRate(), { pointsRule: { rule: "cel", expression: "value * full_marks" } });
    const known = [cel];
    const of = (fullMarks: string) =>
      schemeOf({ kind: "sum", code: "r", name: { zh: "合", en: "r" }, children: [leaf("attendance_rate", fullMarks)] });
    const at = (fullMarks: string) => inScheme(of(fullMarks), "attendance_rate", known);
    expect(keepsValue(at("30"), at("30"))).toBe(true);
    expect(keepsValue(at("30"), at("40"))).toBe(false);
    const plain = inScheme(of("30"), "attendance_rate", [attendanceRate()]);
    expect(keepsValue(plain, at("30"))).toBe(false);
    expect(keepsValue(at("30"), plain)).toBe(false);
  });
});
