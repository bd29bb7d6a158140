import { expect, test } from "vitest";
import { stepRule } from "../basis-things.ts";
import type { MemberState } from "../things.ts";
import { stateChangeOf } from "./state-steps.ts";
import { caseBefore, soundDates, taken } from "./testing.ts";

const change = (step: number, state: MemberState, over: Parameters<typeof taken>[1] = {}, since = "2024-01-10") =>
  stateChangeOf(caseBefore(step), taken(step, over), { state, since });

test.each([
  [4, "APPLICANT", "ACTIVIST", soundDates[3], stepRule(3)],
  [8, "ACTIVIST", "CANDIDATE", soundDates[7], "DEV-T2"],
  [17, "CANDIDATE", "PROBATIONARY", soundDates[15], "MEM-01"],
  [24, "PROBATIONARY", "FULL", "2026-10-10", "DEV-T8"],
] as const)("step %i makes of %s %s, from the day on which it was decided", (step, from, to, startsOn, rule) => {
  expect(change(step, from)).toMatchObject({ from, to, startsOn, rule });
});

test("the other steps change no state", () => {
  for (const step of [1, 2, 3, 5, 7, 15, 16, 18, 23, 25]) expect(change(step, "APPLICANT")).toBeNull();
});

test("an approval that came out as failed changes nothing", () => {
  expect(change(17, "CANDIDATE", { conclusion: "failed" })).toBeNull();
});

test("who came into the register with the state or beyond it keeps it", () => {
  expect(change(4, "ACTIVIST")).toBeNull();
  expect(change(8, "FULL")).toBeNull();
});

test("a state that isn't on the way is refused by the rule of the step", () => {
  const values = { rule: stepRule(17), strength: "must", step: 17 };
  expect(change(17, "SUSPENDED")).toMatchObject({ code: "development.state_unfit", values });
  expect(change(17, "ACTIVIST")).toMatchObject({ code: "development.state_unfit", values });
});

test("a register that knows the state for less time than it was held doesn't stand in the way", () => {
  expect(change(4, "APPLICANT", {}, "2026-01-01")).toMatchObject({ to: "ACTIVIST", startsOn: soundDates[3] });
  expect(change(8, "ACTIVIST", {}, "2026-01-01")).toMatchObject({ to: "CANDIDATE", startsOn: soundDates[7] });
  expect(change(17, "CANDIDATE", {}, "2026-01-01")).toMatchObject({ to: "PROBATIONARY", startsOn: soundDates[15] });
});
