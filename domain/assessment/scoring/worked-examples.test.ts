import { describe, expect, test } from "vitest";
import { format, parse, subtract } from "../../kernel/rational.ts";
import { meanOfPeriods } from "../periods/mean-rules.ts";
import type { ScoreSheet, ScoringFact } from "../things.ts";
import type { ScoreContext } from "./scorer.ts";
import {
  attendance,
  attendanceRate,
  duty,
  lineOf,
  march,
  monthlyScheme,
  overdue,
  overdueFindings,
  sheetOf,
  storno,
  timelyRate,
} from "./testing.ts";

const closed = { closed: true };
const indicators = [timelyRate(), attendanceRate(), overdueFindings()];
const score = (facts: readonly ScoringFact[], context: Partial<ScoreContext> = closed) =>
  sheetOf(monthlyScheme(), indicators, facts, context);
const points = (sheet: ScoreSheet, code: string) => lineOf(sheet, code).points;
const withoutFindings = march().filter((one) => one.kind !== "finding.overdue");

describe("the month of a branch (worked example 1)", () => {
  const inMarch = () => score(march());

  test("gives 36.00, 28.42 and 28.00, together 92.42 at full coverage", () => {
    const sheet = inMarch();
    expect(sheet.lines.map((line) => [line.code, line.points, line.fullMarks, line.parent])).toEqual([
      ["month", "92.42", "100", null],
      ["timely_rate", "36.00", "40", "month"],
      ["attendance_rate", "28.42", "30", "month"],
      ["overdue_findings", "28.00", "30", "month"],
    ]);
    expect(sheet).toMatchObject({ total: "92.42", coverage: "100.00", vetoes: [] });
    expect(sheet.composition).toEqual({
      root: "92.42",
      bonus: "0.00",
      deduction: "0.00",
      floor: "0",
      ceiling: "100",
      bounded: false,
      cappedBy: null,
    });
  });

  test("explains the timeliness with every figure a calculator needs", () => {
    const sheet = inMarch();
    expect(lineOf(sheet, "timely_rate")).toMatchObject({ value: { n: "9", d: "10" }, factCount: 10, version: 1 });
    expect(lineOf(sheet, "timely_rate").arithmetic).toEqual({
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
    const sheet = inMarch();
    expect(lineOf(sheet, "attendance_rate")).toMatchObject({
      factCount: 2,
      value: { n: "52", d: "61" },
      arithmetic: {
        form: "ratio",
        numerator: "52",
        denominator: "61",
        quotient: "0.852459…",
        target: "0.9",
        ofTarget: "0.947176…",
        capped: false,
        breakdown: [{ template: "general_meeting", numerator: "52", denominator: "61" }],
      },
    });
    expect(lineOf(sheet, "overdue_findings")).toMatchObject({ factCount: 1, value: { n: "2", d: "1" } });
    expect(lineOf(sheet, "overdue_findings").arithmetic).toEqual({
      form: "units",
      rule: "deduct",
      items: [{ value: "general", quantity: "1", unit: "2", points: "2" }],
      sum: "2",
      bound: "0",
      bounded: false,
    });
    expect(lineOf(sheet, "month").arithmetic).toEqual({
      form: "sum",
      counted: [
        { code: "timely_rate", points: "36.00", fullMarks: "40" },
        { code: "attendance_rate", points: "28.42", fullMarks: "30" },
        { code: "overdue_findings", points: "28.00", fullMarks: "30" },
      ],
      points: "92.42",
      marks: "100",
      redistributed: false,
    });
  });

  test("without the third leaf its marks go to the others: 92.03", () => {
    const absent = [timelyRate(), attendanceRate(), overdueFindings({ noData: "not_applicable" })];
    const sheetThen = sheetOf(monthlyScheme(), absent, withoutFindings, closed);
    expect(sheetThen).toMatchObject({ total: "92.03", coverage: "100.00" });
    expect(lineOf(sheetThen, "month").arithmetic).toMatchObject({
      counted: [{ code: "timely_rate" }, { code: "attendance_rate" }],
      points: "64.42",
      marks: "70",
      redistributed: true,
    });
  });

  test("a storno takes a fact away as if it had never been", () => {
    const wrong = overdue("wrong", "serious");
    expect(score([...march(), wrong]).total).toBe("87.42");
    expect(score([...march(), wrong, storno(wrong)])).toEqual(score(march()));
    const presence = attendance("wrong presence", 1, 9);
    expect(score([...march(), presence, storno(presence)])).toEqual(score(march()));
  });

  test("serious findings cost five each, and no leaf falls below its floor", () => {
    expect(points(score([overdue("a", "serious"), overdue("b", "serious")]), "overdue_findings")).toBe("20.00");
    const many = Array.from({ length: 9 }, (_, index) => overdue(String(index), "serious"));
    expect(lineOf(score(many), "overdue_findings")).toMatchObject({ points: "0.00", arithmetic: { bounded: true } });
    expect(points(score([overdue("a", "unheard of")]), "overdue_findings")).toBe("30.00");
  });
});

describe("the quarter around it", () => {
  type Dated = { readonly countsOn: string; readonly facts: readonly ScoringFact[] };
  const monthlyDuties = (month: string, days: string): Dated[] =>
    ["committee_meeting", "group_meeting", "group_meeting"].map((template, index) => ({
      countsOn: `${month}-${days}`,
      facts: duty(`${template} ${index} of ${month}`, template, "on_time"),
    }));
  // Held on 01-15 and on 02-10, owed by the end of the quarter: they count on the day they were due.
  const ahead: Dated[] = [
    { countsOn: "2026-03-31", facts: duty("assembly held 01-15", "general_meeting", "on_time") },
    { countsOn: "2026-03-31", facts: duty("lecture held 02-10", "party_lecture", "on_time") },
  ];
  const [committee, group, lateGroup] = monthlyDuties("2026-03", "31");
  const late = duty("late group", "group_meeting", "late");
  const history = [
    ...monthlyDuties("2026-01", "31"),
    ...monthlyDuties("2026-02", "28"),
    ...ahead,
    committee!,
    group!,
    { countsOn: lateGroup!.countsOn, facts: late },
  ];
  const monthOf = (month: string) =>
    history.filter((one) => one.countsOn.startsWith(month)).flatMap((one) => one.facts);

  test("January, February and March give 40.00, 40.00 and 36.00", () => {
    expect(["2026-01", "2026-02", "2026-03"].map((month) => points(score(monthOf(month)), "timely_rate"))).toEqual([
      "40.00",
      "40.00",
      "36.00",
    ]);
    expect(lineOf(score(monthOf("2026-01")), "timely_rate").arithmetic).toMatchObject({ due: "3", onTime: "3" });
  });

  test("a branch of six full members with two groups owes two in April: 40.00 for both", () => {
    const april = duty("group 1", "group_meeting", "on_time");
    expect(lineOf(score([...april, ...duty("group 2", "group_meeting", "on_time")]), "timely_rate")).toMatchObject({
      points: "40.00",
      arithmetic: { due: "2" },
    });
    expect(points(score([...april, ...duty("group 2", "group_meeting", null)]), "timely_rate")).toBe("20.00");
  });

  test("what is entered after the close stays off the board and enters only the means: 32.00, +4.00", () => {
    const atTheClose = score(march().filter((one) => one.id !== "group 2 done"));
    const adjusted = score(march());
    expect([points(atTheClose, "timely_rate"), atTheClose.total]).toEqual(["32.00", "88.42"]);
    expect(format(subtract(parse(adjusted.total!), parse(atTheClose.total!)), 2)).toBe("4.00");
    const month = (from: string, published: string, total: string) => ({
      periodFrom: from,
      published,
      total,
      coverage: "100.00",
      closed: true,
      whole: true,
    });
    const quarter = [
      month("2026-01-01", "90.00", "90.00"),
      month("2026-02-01", "90.00", "90.00"),
      month("2026-03-01", atTheClose.total!, adjusted.total!),
    ];
    expect(meanOfPeriods(quarter, "80", 2).mean).toBe("90.81");
  });
});

describe("an imported file of safety findings", () => {
  const imported = [timelyRate(), attendanceRate(), overdueFindings({ source: "safety" })];
  const lineWith = (facts: ScoringFact[], receipts: ReadonlySet<string>) =>
    lineOf(sheetOf(monthlyScheme(), imported, facts, { closed: true, receipts }), "overdue_findings");

  test("42 of 43 branches have a receipt: the 43rd is 待补报", () => {
    const branches = Array.from({ length: 43 }, (_, index) => new Set(index < 42 ? ["safety"] : ["other"]));
    const lines = branches.map((receipts) => lineWith([], receipts));
    expect(lines.filter((line) => line.points === "30.00")).toHaveLength(42);
    expect(lines[42]).toMatchObject({
      state: "pending",
      points: null,
      arithmetic: { form: "no_data", meaning: "pending" },
      reach: { form: "data" },
    });
  });

  test("an empty receipt is 30.00; one event is 28.00, or an adjustment of −2.00 after the close", () => {
    const empty = lineWith([], new Set(["safety"]));
    const event = lineWith([overdue("event", "general")], new Set(["safety"]));
    expect(empty).toMatchObject({ state: "scored", points: "30.00", value: null, arithmetic: { meaning: "full" } });
    expect(event.points).toBe("28.00");
    expect(format(subtract(parse(event.points!), parse(empty.points!)), 2)).toBe("-2.00");
    expect(lineWith([overdue("event", "general")], new Set()).points).toBe("28.00");
  });

  test("the product's own silence waits for the close", () => {
    const open = score(withoutFindings, { closed: false });
    expect(lineOf(open, "overdue_findings")).toMatchObject({ state: "pending", points: null });
    expect(open.coverage).toBe("70.00");
    expect(points(score(withoutFindings), "overdue_findings")).toBe("30.00");
    expect(points(score(withoutFindings, { receipts: new Set(["system"]) }), "overdue_findings")).toBeNull();
    expect(points(score(march(), { closed: false }), "overdue_findings")).toBe("28.00");
  });
});

describe("nothing to go on", () => {
  test("nothing due is not applicable; no meeting at all is pending", () => {
    const sheet = score([], { closed: false });
    expect(lineOf(sheet, "timely_rate")).toMatchObject({ state: "not_applicable", reach: null, factCount: 0 });
    expect(lineOf(sheet, "attendance_rate").state).toBe("pending");
    expect(lineOf(sheet, "month")).toMatchObject({ state: "pending", points: null, arithmetic: { marks: "0" } });
    expect(sheet).toMatchObject({ total: null, coverage: "0.00", composition: null });
  });

  test("a scheme that names an unknown indicator version can't be scored", () => {
    expect(() => sheetOf(monthlyScheme(), [timelyRate()], [])).toThrow("attendance_rate@1");
  });
});
