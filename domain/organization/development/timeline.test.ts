import { describe, expect, test } from "vitest";
import { stepRule } from "../basis-things.ts";
import { assessmentDues } from "./assessment-dues.ts";
import { type DevelopmentCase, doneOn } from "./case-facts.ts";
import { type Extension, extensionRefusal, probationEnd } from "./probation-rules.ts";
import { calendar, caseBefore, soundDates, taken } from "./testing.ts";
import { timelineOf } from "./timeline.ts";

const assessments = ["2024-12-03", "2025-06-03"];
const on = (each: DevelopmentCase, today = "2026-11-21") => timelineOf(each, { today, calendar, assessments });
const stepOf = (step: number, each: DevelopmentCase, today?: string) => {
  const found = on(each, today).steps.find((standing) => standing.step === step);
  if (!found) throw new Error(`no step ${step}`);
  return found;
};
const warned = (step: number, each: DevelopmentCase, today?: string) =>
  stepOf(step, each, today).warnings.map(({ code }) => code.replace("development.", ""));
/** The case before a step, with some steps taken on other days. */
const moved = (next: number, days: Readonly<Record<number, string>>, changes: Partial<DevelopmentCase> = {}) =>
  caseBefore(next, {
    taken: caseBefore(next).taken.map((each) => ({ ...each, on: days[each.step] ?? each.on })),
    ...changes,
  });

describe("a case without fault", () => {
  const whole = on(caseBefore(26));
  test("is done throughout and has nothing to look at", () => {
    expect(new Set(whole.steps.map(({ state }) => state))).toEqual(new Set(["done"]));
    expect(whole.steps.flatMap(({ warnings }) => warnings)).toEqual([]);
    expect(whole.steps.map((step) => step.on)).toEqual(Object.values(soundDates));
    expect(whole).toMatchObject({ current: null, probationEndsOn: "2026-10-10", standingFrom: "2026-10-10" });
  });

  test("follows the rules of the day of each step", () => {
    expect(whole.steps.find(({ step }) => step === 20)?.ruleset).toBe("v2014");
    expect(whole.steps.find(({ step }) => step === 21)?.ruleset).toBe("v2026");
  });
});

describe("where a case stands", () => {
  test("is at the first step that can be taken; what waits for it is locked", () => {
    const { steps, current, standingFrom, probationEndsOn } = on(caseBefore(9), "2025-07-20");
    expect(current).toBe(9);
    expect(steps.filter(({ state }) => state === "open").map(({ step }) => step)).toEqual([9, 10, 11]);
    expect(steps.find(({ step }) => step === 12)?.state).toBe("locked");
    expect([standingFrom, probationEndsOn]).toEqual([null, null]);
    expect(on(caseBefore(1), "2025-07-20").current).toBe(1);
  });

  test("an exempted step stands for a done one and is listed", () => {
    const exemption = { step: 9, reason: "经批准", decidedBy: "committee" };
    const each = caseBefore(12, {
      taken: caseBefore(12).taken.filter(({ step }) => step !== 9),
      exemptions: [exemption],
    });
    const { steps, exemptions, current } = on(each, "2025-09-01");
    expect(steps.find(({ step }) => step === 9)?.state).toBe("exempted");
    expect(current).toBe(12);
    expect(exemptions).toEqual([exemption]);
  });

  test("the standing counts only once approved", () => {
    expect(on(caseBefore(24))).toMatchObject({ probationEndsOn: "2026-10-10", standingFrom: null });
    expect(on(caseBefore(26, { extensionMonths: 6 })).standingFrom).toBe("2027-04-10");
  });
});

describe("earliest and latest days", () => {
  const bound = (day: string, rule: string, strength: string) => ({ on: day, rule, strength, provisional: false });
  test.each<[number, object | null, object | null]>([
    [1, bound("2018-01-01", stepRule(1), "must"), null],
    [2, null, bound("2024-02-10", "DEV-T1", "must")],
    [3, null, null],
    [4, null, bound("2024-07-03", stepRule(4), "design")],
    [6, bound("2025-06-03", "DEV-T2", "must"), null],
    [7, bound("2025-06-27", "DEV-T4", "practice"), null],
    [15, null, bound("2025-10-15", "DEV-T6", "practice")],
    [17, null, bound("2026-01-10", "DEV-T7", "must")],
    [19, null, bound("2025-12-08", stepRule(19), "design")],
    [20, null, null],
    [21, bound("2026-10-10", "DEV-T8", "must"), null],
    [22, bound("2026-09-25", stepRule(22), "practice"), bound("2026-10-25", stepRule(22), "practice")],
    [23, bound("2026-10-10", "DEV-T8", "must"), bound("2026-11-10", stepRule(23), "design")],
    [24, null, bound("2027-01-20", "DEV-T9", "must")],
    [25, null, bound("2026-12-10", stepRule(25), "design")],
  ])("of step %i", (step, earliest, latest) => {
    const standing = stepOf(step, caseBefore(26));
    expect(standing.earliest).toEqual(earliest);
    expect(standing.latest).toEqual(latest);
  });

  test("follow the rules of 2026 from their day on", () => {
    const late = moved(21, {
      13: "2026-05-20",
      14: "2026-05-21",
      15: "2026-06-20",
      16: "2026-06-21",
      17: "2026-07-01",
      20: "2026-08-01",
    });
    expect(stepOf(15, late).latest).toEqual(bound("2026-06-20", "DEV-T6", "must"));
    expect(stepOf(20, late).latest).toEqual(bound("2026-08-01", stepRule(20), "general"));
    const notice = { from: "2026-06-15", to: "2026-06-23" };
    expect(stepOf(7, caseBefore(7, { notice }), "2026-06-23").earliest).toEqual(bound("2026-06-23", "DEV-T4", "must"));
  });

  test("a notice that ends within the year of cultivation doesn't bring the day forward", () => {
    const notice = { from: "2025-05-01", to: "2025-05-20" };
    expect(stepOf(7, caseBefore(7, { notice }), "2025-06-10").earliest?.rule).toBe("DEV-T2");
    expect(stepOf(7, caseBefore(7, { notice: null }), "2025-06-10").earliest?.on).toBe("2025-06-03");
  });

  test("working days of a year whose holidays aren't known are provisional", () => {
    const provisional = (from: string) =>
      stepOf(7, caseBefore(7, { notice: { from, to: "2027-02-01" } }), "2026-11-21").earliest?.provisional;
    expect(["2026-12-21", "2026-12-28", "2027-01-04"].map(provisional)).toEqual([false, true, true]);
  });

  test("an approval may take half a year where circumstances are special", () => {
    expect(stepOf(17, caseBefore(17, { specialApproval: true })).latest?.on).toBe("2026-04-10");
  });

  test("a discussion that was put off for somebody transferred in has its own last day", () => {
    expect(stepOf(23, caseBefore(23, { deferredMonths: 4 })).latest).toEqual(bound("2027-02-10", "MEM-11", "must"));
  });

  test("there are none where the day they count from is missing", () => {
    const empty = on(caseBefore(1, { birthDate: null, notice: null })).steps;
    expect(empty.flatMap(({ earliest, latest }) => [earliest, latest]).filter((each) => each !== null)).toEqual([]);
  });
});

describe("what is to be looked at", () => {
  test("a step that was late, or is overdue", () => {
    expect(warned(2, moved(3, { 2: "2024-02-10" }))).toEqual([]);
    expect(warned(2, moved(3, { 2: "2024-02-11" }))).toEqual(["done_late"]);
    expect(warned(2, caseBefore(2), "2024-02-10")).toEqual([]);
    expect(warned(2, caseBefore(2), "2024-02-11")).toEqual(["overdue"]);
    expect(stepOf(2, caseBefore(2), "2024-02-11").warnings[0]).toEqual({
      rule: "DEV-T1",
      strength: "must",
      code: "development.overdue",
      values: { step: 2, on: "2024-02-11", limit: "2024-02-10" },
    });
  });

  test("a step that was too early", () => {
    expect(warned(6, moved(7, { 6: "2025-06-02" }), "2025-06-10")).toEqual(["done_too_early"]);
    expect(warned(22, moved(23, { 22: "2026-09-24" }))).toEqual(["done_too_early"]);
    expect(warned(22, moved(23, { 22: "2026-09-25" }))).toEqual([]);
  });

  test("a locked step isn't overdue, an open one isn't too early", () => {
    expect(warned(4, caseBefore(3), "2030-01-01")).toEqual([]);
    expect(warned(6, caseBefore(6), "2024-07-01")).toEqual([]);
  });

  test("steps on one day, but not the filing with its approval", () => {
    expect(warned(9, moved(12, { 9: "2025-07-15", 10: "2025-07-15" }))).toEqual(["same_day"]);
    expect(stepOf(10, moved(12, { 9: "2025-07-15", 10: "2025-07-15" })).warnings[0]).toMatchObject({
      rule: "DEV-C3",
      values: { step: 10, steps: "9" },
    });
    expect(warned(17, caseBefore(20))).toEqual([]);
    expect(warned(19, moved(20, { 19: "2025-12-01" }))).toEqual(["same_day"]);
    expect(stepOf(17, moved(20, { 19: "2025-12-01" })).warnings[0]?.values.steps).toBe("19");
  });

  test("a step dated before the one it follows", () => {
    expect(warned(12, moved(13, { 12: "2025-08-24" }))).toEqual(["date_order"]);
    expect(warned(12, moved(13, { 12: "2025-08-26" }))).toEqual([]);
  });

  test("one paper under two steps", () => {
    const each = caseBefore(4, {
      taken: [...caseBefore(3).taken, taken(3, { files: ["other", "paper of 1"] })],
    });
    expect(warned(1, each)).toEqual(["same_paper"]);
    expect(warned(3, each)).toEqual(["same_paper"]);
    expect(warned(2, each)).toEqual([]);
  });

  test("a step entered again counts by its last entry", () => {
    const each = caseBefore(3, { taken: [taken(1), taken(2, { on: "2024-05-01" }), taken(2)] });
    expect(warned(2, each)).toEqual([]);
    expect(doneOn(each, 2)).toBe("2024-02-01");
  });

  test("a political review older than a year on the day of the meeting", () => {
    const reviewed = (day: string) => warned(15, moved(16, { 10: day, 13: "2025-10-01" }));
    expect(reviewed("2024-10-10")).toEqual([]);
    expect(reviewed("2024-10-09")).toEqual(["review_outdated"]);
  });

  test("a half-year without an assessment", () => {
    const timeline = (today: string, days: string[], next = 6) =>
      timelineOf(caseBefore(next), { today, calendar, assessments: days })
        .steps.find(({ step }) => step === 6)
        ?.warnings.map(({ code, values }) => `${code} ${values.due}`);
    const missing = "development.assessment_missing";
    expect(timeline("2024-12-03", [])).toEqual([]);
    expect(timeline("2024-12-04", [])).toEqual([`${missing} 2024-12-03`]);
    expect(timeline("2024-12-04", ["2024-06-03"])).toEqual([`${missing} 2024-12-03`]);
    expect(timeline("2024-12-04", ["2024-06-04"])).toEqual([]);
    expect(timeline("2024-12-04", ["2024-12-03"])).toEqual([]);
    expect(timeline("2025-07-01", ["2024-12-04"])).toEqual([`${missing} 2024-12-03`]);
    expect(timeline("2030-01-01", [], 26)).toEqual([`${missing} 2024-12-03`, `${missing} 2025-06-03`]);
    expect(assessmentDues("2024-08-31", "2025-09-01")).toEqual(["2025-02-28", "2025-08-31"]);
  });
});

describe("probation", () => {
  test.each([
    ["2024-02-29", null, "2025-02-28"],
    ["2025-10-10", 6, "2027-04-10"],
    ["2024-08-31", 6, "2026-02-28"],
  ])("from %s, extended by %s months, ends on %s", (meetingOn, months, expected) => {
    expect(probationEnd(meetingOn, months)).toBe(expected);
  });

  const sound: Extension = {
    months: 6,
    extendedBefore: false,
    resolved: true,
    approver: { kind: "COMMITTEE", authorised: false },
  };
  test.each<[Partial<Extension>, string | null]>([
    [{}, null],
    [{ months: 12 }, null],
    [{ months: 5 }, "DEV-T8"],
    [{ months: 13 }, "DEV-T8"],
    [{ months: 6.5 }, "DEV-T8"],
    [{ extendedBefore: true }, "DEV-T8"],
    [{ resolved: false }, "DEV-C2"],
    [{ approver: null }, "DEV-C2"],
    [{ approver: { kind: "PARTY_GROUP", authorised: false } }, "DEV-C1"],
  ])("extended with %j is refused by %s", (changes, rule) => {
    expect(extensionRefusal({ ...sound, ...changes })?.values.rule ?? null).toBe(rule);
  });
});
