import { describe, expect, test } from "vitest";
import { ranks } from "./rank-rules.ts";
import { scoreSheet } from "./score.ts";
import {
  attendance,
  attendanceRate,
  duty,
  fact,
  leaf,
  march,
  measure,
  metricOf,
  monthlyScheme,
  overdue,
  overdueFindings,
  schemeOf,
  timelyRate,
} from "./testing.ts";
import type { ScoreSheet, ScoringFact } from "./things.ts";

const closed = { closed: true };
const indicators = [timelyRate(), attendanceRate(), overdueFindings()];
const score = (facts: readonly ScoringFact[], context = closed) =>
  scoreSheet(monthlyScheme(), indicators, facts, context);
const line = (sheet: ScoreSheet, code: string) => sheet.lines.find((one) => one.code === code)!;
const points = (sheet: ScoreSheet, code: string) => line(sheet, code).points;

describe("the month of a branch (worked example 1)", () => {
  const sheet = score(march());

  test("gives 36.00, 28.42 and 28.00, together 92.42 at full coverage", () => {
    expect(["timely_rate", "attendance_rate", "overdue_findings"].map((code) => points(sheet, code))).toEqual([
      "36.00",
      "28.42",
      "28.00",
    ]);
    expect(sheet).toMatchObject({ total: "92.42", coverage: "100.00" });
    expect(sheet.lines.map((one) => one.code)).toEqual(["month", "timely_rate", "attendance_rate", "overdue_findings"]);
  });

  test("explains the timeliness with every figure a calculator needs", () => {
    expect(line(sheet, "timely_rate")).toMatchObject({ value: { n: "9", d: "10" }, factCount: 10 });
    expect(line(sheet, "timely_rate").arithmetic).toEqual({
      form: "timely_ratio",
      due: "5",
      onTime: "4",
      late: "1",
      lateFactor: "0.5",
      target: "1",
      quotient: "0.9",
      ofTarget: "0.9",
      capped: false,
      breakdown: [
        { template: "committee_meeting", due: "1", onTime: "1", late: "0" },
        { template: "general_meeting", due: "1", onTime: "1", late: "0" },
        { template: "group_meeting", due: "2", onTime: "1", late: "1" },
        { template: "party_lecture", due: "1", onTime: "1", late: "0" },
      ],
    });
  });

  test("explains the attendance and the deduction", () => {
    expect(line(sheet, "attendance_rate").arithmetic).toMatchObject({
      numerator: "52",
      denominator: "61",
      quotient: "0.852459…",
      target: "0.9",
      ofTarget: "0.947176…",
    });
    expect(line(sheet, "overdue_findings").arithmetic).toMatchObject({
      rule: "deduct",
      items: [{ value: "general", quantity: "1", unit: "2", points: "2" }],
      sum: "2",
    });
  });

  test("in January three due and all on time give 40.00", () => {
    const january = ["committee", "group 1", "group 2"].flatMap((id) => duty(id, "meeting", "on_time"));
    expect(points(score(january), "timely_rate")).toBe("40.00");
  });

  test("when the late one isn't known at the close, 4 of 5 give 32.00, and 4.00 are the adjustment", () => {
    const atTheClose = march().filter((one) => one.id !== "group 2 done");
    const sheetThen = score(atTheClose);
    expect([points(sheetThen, "timely_rate"), sheetThen.total]).toEqual(["32.00", "88.42"]);
  });

  test("without the third leaf its marks go to the others: 92.03", () => {
    const absent = [timelyRate(), attendanceRate(), overdueFindings({ noData: "not_applicable" })];
    const facts = march().filter((one) => one.kind !== "finding.overdue");
    const sheetThen = scoreSheet(monthlyScheme(), absent, facts, closed);
    expect(sheetThen).toMatchObject({ total: "92.03", coverage: "100.00" });
    expect(line(sheetThen, "month").arithmetic).toMatchObject({ points: "64.42", marks: "70", redistributed: true });
  });

  test("silence about findings is 待补报 until the period is closed, then full marks", () => {
    const facts = march().filter((one) => one.kind !== "finding.overdue");
    const open = score(facts, { closed: false });
    expect(line(open, "overdue_findings")).toMatchObject({ state: "pending", points: null });
    expect(open.coverage).toBe("70.00");
    expect(points(score(facts), "overdue_findings")).toBe("30.00");
    expect(points(score(march(), { closed: false }), "overdue_findings")).toBe("28.00");
  });

  test("an imported source closes by its own receipt", () => {
    const imported = overdueFindings({ source: "safety" });
    const judge = (facts: ScoringFact[], receipts: ReadonlySet<string>) =>
      line(
        scoreSheet(monthlyScheme(), [timelyRate(), attendanceRate(), imported], facts, { closed: true, receipts }),
        "overdue_findings",
      );
    expect(judge([], new Set())).toMatchObject({ state: "pending", points: null });
    expect(judge([], new Set(["safety"]))).toMatchObject({ state: "scored", points: "30.00" });
    expect(judge([overdue("event", "general")], new Set(["safety"]))).toMatchObject({ points: "28.00" });
  });

  test("a storno takes a fact away as if it had never been", () => {
    const wrong = overdue("wrong", "serious");
    expect(score([...march(), wrong]).total).toBe("87.42");
    expect(score([...march(), wrong, { ...wrong, id: "storno", sign: -1 }]).total).toBe("92.42");
    const presence = attendance("wrong presence", 1, 9);
    expect(score([...march(), presence, { ...presence, id: "storno", sign: -1 }]).total).toBe("92.42");
  });

  test("serious findings cost five each, and no leaf falls below its floor", () => {
    expect(points(score([overdue("a", "serious"), overdue("b", "serious")]), "overdue_findings")).toBe("20.00");
    const many = Array.from({ length: 9 }, (_, index) => overdue(String(index), "serious"));
    expect(line(score(many), "overdue_findings")).toMatchObject({ points: "0.00", arithmetic: { bounded: true } });
    expect(points(score([overdue("a", "unheard of")]), "overdue_findings")).toBe("30.00");
  });

  test("nothing due is not applicable; no meeting at all is pending", () => {
    const sheetThen = score([], { closed: false });
    expect(line(sheetThen, "timely_rate").state).toBe("not_applicable");
    expect(line(sheetThen, "attendance_rate").state).toBe("pending");
    expect(sheetThen).toMatchObject({ total: null, coverage: "0.00", composition: null });
  });
});

describe("631 (worked example 2)", () => {
  const name = { zh: "631", en: "631" };
  const parts = [metricOf("value"), metricOf("management"), metricOf("satisfaction")];
  const root = {
    kind: "weighted" as const,
    code: "six_three_one",
    name,
    children: [
      { weight: "60", node: leaf("value", "100") },
      { weight: "30", node: leaf("management", "100") },
      { weight: "10", node: leaf("satisfaction", "100") },
    ],
  };
  const known = [measure("value", "88.50"), measure("management", "92.42")];
  const all = [...known, measure("satisfaction", "96.00")];

  test("one part pending: 89.81 at 90 %, ranked", () => {
    const sheet = scoreSheet(schemeOf(root), parts, known, closed);
    expect(sheet).toMatchObject({ total: "89.81", coverage: "90.00" });
    expect(ranks([{ organizationId: "a", ...sheet }], "80").get("a")).toBe(1);
    expect(line(sheet, "six_three_one").arithmetic).toMatchObject({
      weights: "90",
      counted: [
        { code: "value", points: "88.50", weight: "60" },
        { code: "management", points: "92.42", weight: "30" },
      ],
    });
  });

  test("all parts: 90.43", () => {
    expect(scoreSheet(schemeOf(root), parts, all, closed)).toMatchObject({ total: "90.43", coverage: "100.00" });
  });

  test("a bonus of 2.00 on top: 92.43, and never more than its ceiling", () => {
    const honours = metricOf("honours", "not_applicable");
    const adding = {
      ...honours,
      reads: ["honour" as const],
      filter: [],
      aggregation: { form: "sum" as const, of: { kind: "honour" as const, conditions: [] } },
      pointsRule: { rule: "add" as const, attribute: null, units: [], otherwise: "2", ceiling: "10" },
    };
    const extra = { code: "bonus", name, ceiling: "5", leaves: [leaf("honours", "10")] };
    const scheme = schemeOf(root, { bonuses: [extra], range: { floor: "0", ceiling: "110" } });
    const judge = (facts: ScoringFact[]) => scoreSheet(scheme, [...parts, adding], facts, closed);
    expect(judge(all)).toMatchObject({ total: "90.43", composition: { bonus: "0.00" } });
    expect(judge([...all, fact("provincial", "honour")]).total).toBe("92.43");
    expect(judge([...all, fact("many", "honour", { quantity: "4" })])).toMatchObject({
      total: "95.43",
      composition: { root: "90.43", bonus: "5.00", bounded: false },
    });
    const taking = schemeOf(root, { deductions: [extra] });
    const taken = scoreSheet(taking, [...parts, adding], [...all, fact("provincial", "honour")], closed);
    expect(taken).toMatchObject({ total: "88.43", composition: { deduction: "2.00" } });
    const capped = schemeOf(root, { bonuses: [extra], range: { floor: "0", ceiling: "91" } });
    const full = scoreSheet(capped, [...parts, adding], [...all, fact("provincial", "honour")], closed);
    expect(full).toMatchObject({ total: "91.00", composition: { bounded: true } });
  });

  test("too few answers are not applicable: 89.81 at 100 %", () => {
    const few = [metricOf("value"), metricOf("management"), metricOf("satisfaction", "not_applicable")];
    expect(scoreSheet(schemeOf(root), few, known, closed)).toMatchObject({ total: "89.81", coverage: "100.00" });
  });
});

test("a sum node of 70 inside a weighted node gives 89.56 (worked example 3)", () => {
  const name = { zh: "合计", en: "Total" };
  const management = {
    kind: "sum" as const,
    code: "management",
    name,
    children: [leaf("timely_rate", "40"), leaf("attendance_rate", "30")],
  };
  const root = {
    kind: "weighted" as const,
    code: "total",
    name,
    children: [
      { weight: "70", node: leaf("value", "100") },
      { weight: "30", node: management },
    ],
  };
  const facts = [...march(), measure("value", "88.50")];
  const sheet = scoreSheet(schemeOf(root), [...indicators, metricOf("value")], facts, closed);
  expect(line(sheet, "management")).toMatchObject({ points: "64.42", fullMarks: "70", parent: "total" });
  expect(sheet.total).toBe("89.56");
});

test("a scheme that names an unknown indicator version can't be scored", () => {
  expect(() => scoreSheet(monthlyScheme(), [timelyRate()], [], closed)).toThrow("attendance_rate@1");
});
