import { expect, test } from "vitest";
import { firstStepsFor } from "./first-steps-rules.ts";
import { firstStepNames, firstSteps } from "./first-steps-things.ts";

const done = { accounts: true, grants: true, roster: false, appointments: false, plan: false, scheme: false };
const officer = (action: string) => ["roster.import", "organization.manage", "plan.issue"].includes(action);

test("whoever may do a step is told all of them, with what is done and what falls to him", () => {
  expect(firstStepsFor(done, officer)).toEqual([
    { step: "accounts", done: true, mine: false },
    { step: "grants", done: true, mine: false },
    { step: "roster", done: false, mine: true },
    { step: "appointments", done: false, mine: true },
    { step: "plan", done: false, mine: true },
    { step: "scheme", done: false, mine: false },
  ]);
});

test("nobody is told anything once all is done, and nobody to whom no step falls", () => {
  const all = { ...done, roster: true, appointments: true, plan: true, scheme: true };
  expect(firstStepsFor(all, officer)).toEqual([]);
  expect(firstStepsFor({ ...all, plan: false }, officer)).toHaveLength(6);
  expect(firstStepsFor(done, () => false)).toEqual([]);
});

test("the names are those of the steps", () => {
  expect(firstStepNames).toEqual(firstSteps.map(({ step }) => step));
});
