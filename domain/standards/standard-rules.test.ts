import { describe, expect, test } from "vitest";
import { evaluateStandard } from "./standard-rules.ts";
import { meetingTemplate } from "./testing.ts";
import { type StandardFacts, standardCheck, templateBody } from "./things.ts";

const person = (personId: string, votes = true, exempt = false) => ({
  personId,
  memberState: "FULL" as const,
  votes,
  exempt,
});
const facts = (changes: Partial<StandardFacts> = {}): StandardFacts => ({
  title: "学习条例",
  minutes: "会议学习了有关条例并进行了讨论。",
  lecturer: null,
  topics: [],
  resolutions: [],
  actions: [],
  expected: [person("a"), person("b"), person("c"), person("d", false, true)],
  attendance: [
    { personId: "a", presence: "present" },
    { personId: "b", presence: "present" },
    { personId: "c", presence: "absent", reason: "出差" },
    { personId: "d", presence: "leave", reason: "生病" },
  ],
  ...changes,
});
const outcome = (check: string, parameters: object, changes: Partial<StandardFacts> = {}) => {
  const item = standardCheck.parse({
    code: "item",
    check,
    parameters,
    effect: "scored",
    name: { zh: "项", en: "Item" },
  });
  return evaluateStandard(meetingTemplate({ checks: [item] }), facts(changes)).items[0]!.passed;
};

describe("each automatic check", () => {
  const tally = { for: 2, against: 0, abstain: 0 };
  test.each<[string, object, Partial<StandardFacts>, boolean | null]>([
    ["topic_named", {}, {}, true],
    ["topic_named", {}, { title: "  " }, false],
    ["attendance_taken", {}, {}, true],
    ["attendance_taken", {}, { attendance: [] }, false],
    ["attendance_taken", {}, { expected: [], attendance: [] }, false],
    ["half_present", {}, {}, true],
    ["half_present", {}, { attendance: [{ personId: "a", presence: "present" }] }, false],
    ["half_present", {}, { expected: [person("d", true, true)] }, null],
    ["quorum", { rule: "VOTE-01" }, {}, true],
    ["quorum", { rule: "VOTE-03" }, {}, false],
    ["quorum", { rule: "VOTE-01" }, { expected: [] }, false],
    ["minutes_written", { minimum: 16 }, {}, true],
    ["minutes_written", { minimum: 17 }, {}, false],
    ["topic_covered", { topic: "policy" }, { topics: ["policy"] }, true],
    ["topic_covered", { topic: "policy" }, {}, false],
    ["lecturer_named", {}, { lecturer: "王讲师" }, true],
    ["lecturer_named", {}, {}, false],
    ["votes_recorded", {}, {}, null],
    ["votes_recorded", {}, { resolutions: [{ title: "一", ...tally }] }, true],
    ["votes_recorded", {}, { resolutions: [{ title: "一", ...tally, abstain: null }] }, false],
    ["resolutions_valid", { rule: "VOTE-01" }, { resolutions: [{ title: "一", ...tally }] }, true],
    ["resolutions_valid", { rule: "VOTE-03" }, { resolutions: [{ title: "一", ...tally }] }, false],
    ["resolutions_valid", { rule: "VOTE-01" }, { resolutions: [{ title: "一", ...tally, for: null }] }, false],
    ["actions_have_due_dates", {}, {}, null],
    ["actions_have_due_dates", {}, { actions: [{ text: "整改", dueOn: "2026-04-01" }] }, true],
    ["actions_have_due_dates", {}, { actions: [{ text: "整改", dueOn: null }] }, false],
  ])("%s %o with %o gives %s", (check, parameters, changes, passed) => {
    expect(outcome(check, parameters, changes)).toBe(passed);
  });
});

describe("a standard", () => {
  test("is met with its blocking items, and counts the scored ones", () => {
    expect(evaluateStandard(meetingTemplate(), facts({ minutes: "短" }))).toMatchObject({
      passed: 2,
      applicable: 3,
      blockingMet: true,
    });
  });

  test("isn't met when a blocking item fails", () => {
    const result = evaluateStandard(meetingTemplate(), facts({ title: "" }));
    expect(result.blockingMet).toBe(false);
    expect(result.items.find((item) => item.passed === false)).toMatchObject({ code: "topic", effect: "blocking" });
  });

  test("leaves items that don't apply out of its count", () => {
    const item = standardCheck.parse({
      code: "votes",
      check: "votes_recorded",
      effect: "blocking",
      name: { zh: "表决", en: "Votes" },
    });
    expect(evaluateStandard(meetingTemplate({ checks: [item] }), facts())).toMatchObject({
      passed: 0,
      applicable: 0,
      blockingMet: true,
    });
  });
});

test("a template with an unknown check, a missing figure or a stray field is refused", () => {
  const template = meetingTemplate();
  const withCheck = (check: object) => templateBody.safeParse({ ...template, checks: [check] }).success;
  const frame = { code: "x", effect: "scored", name: { zh: "项", en: "Item" } };
  expect(withCheck({ ...frame, check: "minutes_written", parameters: { minimum: 20 } })).toBe(true);
  expect(withCheck({ ...frame, check: "minutes_written" })).toBe(false);
  expect(withCheck({ ...frame, check: "photo_attached" })).toBe(false);
  expect(templateBody.safeParse({ ...template, colour: "red" }).success).toBe(false);
});
