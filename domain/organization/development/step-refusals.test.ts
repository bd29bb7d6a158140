import { describe, expect, test } from "vitest";
import { stepRule } from "../basis-things.ts";
import { developmentStages, developmentSteps, stepMaterials } from "../development-things.ts";
import type { OrganizationKind } from "../things.ts";
import type { DevelopmentCase, TakenStep } from "./case-facts.ts";
import { rulesetOn } from "./ruleset-rules.ts";
import { exemptionRefusal, stepRefusal } from "./step-refusals.ts";
import { calendar, caseBefore, supporter, taken } from "./testing.ts";

const today = "2026-11-21";
const refusal = (step: number, changes: Partial<TakenStep> = {}, of: Partial<DevelopmentCase> = {}) =>
  stepRefusal(caseBefore(step, of), taken(step, changes), { today, calendar });
const code = (...args: Parameters<typeof refusal>) => refusal(...args)?.code.replace("development.", "") ?? null;
const numbers = developmentSteps.map(({ number }) => number);

describe("the 25 steps", () => {
  test("are numbered in order, in five stages, and each waits only for earlier ones", () => {
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    expect(developmentStages).toHaveLength(5);
    expect(developmentSteps.map(({ stage }) => stage)).toEqual(
      developmentSteps.map(({ stage }) => stage).toSorted((a, b) => a - b),
    );
    const perStage = [1, 2, 3, 4, 5].map((stage) => developmentSteps.filter((step) => step.stage === stage).length);
    expect(perStage).toEqual([2, 4, 5, 7, 7]);
    for (const { number, after } of developmentSteps) {
      expect(after.length === 0).toBe(number === 1);
      expect(after.every((earlier) => earlier < number)).toBe(true);
    }
  });

  test("have papers, all of them with a name, none of which is idle", () => {
    expect(developmentSteps.filter(({ materials }) => materials.length === 0)).toEqual([]);
    const used = new Set(developmentSteps.flatMap(({ materials }) => materials));
    expect([...used].toSorted()).toEqual(Object.keys(stepMaterials).toSorted());
  });

  test("are entered one after the other when nothing is wrong", () => {
    expect(numbers.map((step) => code(step))).toEqual(numbers.map(() => null));
  });
});

describe("an illegal jump", () => {
  test.each(developmentSteps.flatMap(({ number, after }) => after.map((missing) => [number, missing] as const)))(
    "step %i isn't entered without step %i, but with an exemption from it that has a reason",
    (step, missing) => {
      const without = caseBefore(step).taken.filter((each) => each.step !== missing);
      expect(refusal(step, {}, { taken: without })).toMatchObject({
        code: "development.previous_step_missing",
        values: { rule: stepRule(step), step, missing, strength: "must" },
      });
      const exempt = (reason: string) => ({
        taken: without,
        exemptions: [{ step: missing, reason, decidedBy: "committee" }],
      });
      expect(code(step, {}, exempt("组织部门同意"))).toBeNull();
      expect(code(step, {}, exempt(" "))).toBe("previous_step_missing");
    },
  );

  test("a step that came out as failed is as good as missing, until it is repeated", () => {
    const failed = taken(10, { conclusion: "failed" });
    const others = caseBefore(12).taken.filter(({ step }) => step !== 10);
    expect(code(12, {}, { taken: [...others, failed] })).toBe("previous_step_missing");
    expect(code(12, {}, { taken: [...others, failed, taken(10)] })).toBeNull();
    expect(code(12, {}, { taken: [...others, taken(10), failed] })).toBe("previous_step_missing");
  });

  test("no step before the one it follows, in the future, on no day or of no number", () => {
    expect(code(2, { on: "2024-01-09" })).toBe("before_previous_step");
    expect(code(2, { on: "2024-01-10" })).toBeNull();
    expect(code(12, { on: "2025-08-24" })).toBe("before_previous_step");
    expect(code(2, { on: today })).toBeNull();
    expect(code(2, { on: "2026-11-22" })).toBe("date_in_future");
    expect(code(2, { on: "2026-02-30" })).toBe("date_invalid");
    expect(stepRefusal(caseBefore(1), taken(26), { today, calendar })?.code).toBe("development.step_unknown");
    expect(stepRefusal(caseBefore(1), taken(0), { today, calendar })?.code).toBe("development.step_unknown");
  });

  test("nobody is developed in a temporary branch", () => {
    expect(refusal(1, {}, { branchKind: "TEMP_BRANCH" })?.values.rule).toBe("ORG-06");
    expect(code(1, {}, { branchKind: "PROJECT_BRANCH" })).toBeNull();
  });
});

describe("the figures", () => {
  test.each([
    ["2006-01-11", "too_early"],
    ["2006-01-10", null],
    ["2005-12-31", null],
    [null, "birth_date_missing"],
  ])("born on %s, applying on 2024-01-10: %s", (birthDate, expected) => {
    expect(code(1, {}, { birthDate })).toBe(expected);
  });

  test("somebody born on 29 February is eighteen on 28 February", () => {
    expect(code(1, { on: "2026-02-27" }, { birthDate: "2008-02-29" })).toBe("too_early");
    expect(code(1, { on: "2026-02-28" }, { birthDate: "2008-02-29" })).toBeNull();
  });

  test.each([
    [6, "2025-06-02", "too_early"],
    [6, "2025-06-03", null],
  ])("step %i on %s, a year after 2024-06-03: %s", (step, on, expected) => {
    expect(code(step, { on })).toBe(expected);
    if (expected) expect(refusal(step, { on })?.values).toMatchObject({ rule: "DEV-T2", earliest: "2025-06-03" });
  });

  test("a candidate isn't named within the year even where observation was let out", () => {
    const of = {
      taken: caseBefore(6).taken,
      exemptions: [{ step: 6, reason: "调入前已满一年", decidedBy: "committee" }],
    };
    expect(refusal(7, { on: "2025-06-02" }, of)?.values.rule).toBe("DEV-T2");
    expect(refusal(7, { on: "2025-06-03" }, of)).toBeNull();
  });

  test.each([
    ["2026-10-09", "too_early"],
    ["2026-10-10", null],
  ])("full membership is discussed on %s, probation ending 2026-10-10: %s", (on, expected) => {
    expect(code(21, { on })).toBe(expected);
    const ended = caseBefore(23).taken.map((each) => (each.step >= 21 ? { ...each, on: "2026-10-08" } : each));
    expect(code(23, { on }, { taken: ended })).toBe(expected);
  });

  test("an extension moves the end of probation", () => {
    expect(refusal(21, { on: "2026-10-10" }, { extensionMonths: 6 })?.values).toMatchObject({
      rule: "DEV-T8",
      earliest: "2027-04-10",
    });
  });

  test("an application a little early is entered: its window is practice", () => {
    expect(code(22, { on: "2026-01-05" })).toBeNull();
  });
});

describe("the public notice of step 7", () => {
  const named = (on: string, notice: DevelopmentCase["notice"], step3 = "2025-01-02") => {
    const before = caseBefore(7).taken.map((each) =>
      each.step === 3 ? { ...each, on: step3 } : each.step > 3 ? { ...each, on: "2026-05-01" } : each,
    );
    return refusal(7, { on }, { taken: before, notice });
  };
  // Friday 2026-06-19 is a holiday: the fifth working day after Monday 06-15 is Tuesday 06-23, not Monday.
  test.each([
    ["2026-06-23", "2026-06-22", "notice_too_short"],
    ["2026-06-23", "2026-06-23", null],
    ["2026-06-22", "2026-06-23", "notice_running"],
    ["2026-06-24", "2026-06-24", null],
  ])("named on %s after a notice from 2026-06-15 to %s: %s", (on, to, expected) => {
    const found = named(on, { from: "2026-06-15", to });
    expect(found?.code.replace("development.", "") ?? null).toBe(expected);
    if (found) expect(found.values).toMatchObject({ rule: "DEV-T4", strength: "must" });
  });

  test("is a must since 2026-05-18 and wasn't before", () => {
    expect(named("2026-05-18", null)?.code).toBe("development.notice_missing");
    expect(named("2026-05-17", null)).toBeNull();
    expect(named("2026-05-17", { from: "2026-05-15", to: "2026-05-16" })).toBeNull();
    expect(["2014-05-28", "2026-05-17", "2026-05-18", "2030-01-01"].map((day) => rulesetOn(day))).toEqual([
      "v2014",
      "v2014",
      "v2026",
      "v2026",
    ]);
  });

  test("follows a switch that another day was set for", () => {
    const of = caseBefore(7, { notice: null });
    const attempt = taken(7, { on: "2026-06-01" });
    const terms = { today, calendar };
    expect(stepRefusal(of, attempt, terms)?.code).toBe("development.notice_missing");
    expect(stepRefusal(of, attempt, { ...terms, rulesetFrom: "2026-07-01" })).toBeNull();
  });
});

describe("people", () => {
  const [a, b, c] = ["a", "b", "c"].map((id) => supporter(id)) as [
    ReturnType<typeof supporter>,
    ReturnType<typeof supporter>,
    ReturnType<typeof supporter>,
  ];
  test.each<[number, TakenStep["people"], string | null]>([
    [5, [], "supporters_count"],
    [5, [a], null],
    [5, [a, b], null],
    [5, [a, b, c], "supporters_count"],
    [5, [a, a], "supporters_count"],
    [5, [supporter("a", { state: "PROBATIONARY" })], "supporter_not_full_member"],
    [5, [supporter("a", { rightsSuspended: true })], null],
    [9, [a], "supporters_count"],
    [9, [a, b], null],
    [9, [a, a], "supporters_count"],
    [9, [a, b, c], "supporters_count"],
    [9, [a, supporter("b", { state: "PROBATIONARY" })], "supporter_not_full_member"],
    [9, [a, supporter("b", { state: "CORRECTING" })], "supporter_not_full_member"],
    [9, [a, supporter("b", { rightsSuspended: true })], "supporter_not_full_member"],
  ])("of step %i %j: %s", (step, people, expected) => {
    expect(code(step, { people })).toBe(expected);
    if (expected) expect(refusal(step, { people })?.values.rule).toBe(stepRule(step));
  });
});

test.each([
  [3, 0, null],
  [2, 24, null],
  [0, 24, null],
  [2, 23, "training_too_short"],
  [2.5, 23.5, "training_too_short"],
])("a training of %d days and %d hours: %s", (days, hours, expected) => {
  expect(code(11, { training: { days, hours } })).toBe(expected);
  expect(refusal(11, { training: null })?.values.rule).toBe("DEV-T5");
});

describe("what has lapsed", () => {
  const met = (reviewedOn: string, on: string) => {
    const before = caseBefore(15).taken.map((each) => (each.step >= 13 ? { ...each, on: reviewedOn } : each));
    return refusal(15, { on }, { taken: before });
  };
  test.each([
    ["2026-05-31", "2026-06-30", null],
    ["2026-05-31", "2026-07-01", "development.pre_review_lapsed"],
    ["2026-04-10", "2026-05-17", null],
    ["2026-04-18", "2026-05-18", null],
    ["2026-04-17", "2026-05-18", "development.pre_review_lapsed"],
  ])("pre-reviewed on %s, the meeting on %s: %s", (reviewedOn, on, expected) => {
    expect(met(reviewedOn, on)?.code ?? null).toBe(expected);
  });

  test.each([
    ["2026-01-10", null],
    ["2026-01-11", null],
    ["2026-04-10", null],
    ["2026-04-11", "approval_lapsed"],
  ])("approved on %s after a meeting on 2025-10-10: %s", (on, expected) => {
    expect(code(17, { on })).toBe(expected);
    if (expected) expect(refusal(17, { on })?.values).toMatchObject({ rule: "DEV-T7", latest: "2026-04-10" });
  });
});

describe("who approves and who signs", () => {
  test.each<[OrganizationKind, boolean, boolean]>([
    ["COMMITTEE", false, true],
    ["OFFICE_COMMITTEE", false, true],
    ["GENERAL_BRANCH", false, false],
    ["GENERAL_BRANCH", true, true],
    ["PARTY_GROUP", true, false],
    ["TEMP_BRANCH", true, false],
    ["BRANCH", true, false],
    ["DISCIPLINE_COMMITTEE", true, false],
  ])("a %s, authorised %s, approves: %s", (kind, authorised, allowed) => {
    for (const step of [13, 17, 24]) {
      expect(refusal(step, { approver: { kind, authorised } })?.values.rule ?? null).toBe(allowed ? null : "DEV-C1");
    }
  });

  test("pre-review and approvals name who approves, others needn't", () => {
    expect(numbers.filter((step) => code(step, { approver: null }) === "approver_missing")).toEqual([13, 17, 24]);
  });

  test("conclusions are entered and signed by somebody", () => {
    const unsigned = (changes: Partial<TakenStep>) =>
      numbers.filter((step) => code(step, changes) === "conclusion_not_signed");
    expect(unsigned({ conclusion: null })).toEqual([10, 12, 13, 15, 17, 23, 24]);
    expect(unsigned({ concludedBy: null })).toEqual([10, 12, 13, 15, 17, 23, 24]);
    expect(unsigned({ concludedBy: "" })).toEqual([10, 12, 13, 15, 17, 23, 24]);
    expect(refusal(10, { concludedBy: null })?.values).toMatchObject({ rule: "DEV-C4", strength: "design" });
    expect(code(10, { conclusion: "failed" })).toBeNull();
  });
});

test.each([
  [{ step: 9, reason: "经批准", decidedBy: "committee" }, null],
  [{ step: 9, reason: " ", decidedBy: "committee" }, "development.exemption_without_reason"],
  [{ step: 9, reason: "经批准", decidedBy: "" }, "development.exemption_without_reason"],
  [{ step: 26, reason: "经批准", decidedBy: "committee" }, "development.step_unknown"],
  [{ step: 7, reason: "经批准", decidedBy: "committee" }, "development.exemption_impossible"],
  [{ step: 17, reason: "经批准", decidedBy: "committee" }, "development.exemption_impossible"],
])("leaving out %j: %s", (exemption, expected) => {
  expect(exemptionRefusal(exemption)?.code ?? null).toBe(expected);
});
