import { expect, test } from "vitest";
import { developmentSteps } from "../development-things.ts";
import { repeatRefusal, withdrawalRefusal } from "./entry-rules.ts";
import { papersRefusal } from "./papers-rule.ts";
import { caseBefore, taken } from "./testing.ts";

test.each([
  [5, 2, "development.step_settled"],
  [5, 4, "development.step_settled"],
  [5, 5, null],
  [17, 13, null],
  [17, 15, null],
  [18, 15, "development.step_settled"],
  [18, 8, "development.step_settled"],
  [22, 21, null],
])("with the steps before %i done, taking step %i again: %s", (next, step, code) => {
  expect(repeatRefusal(caseBefore(next), step)?.code ?? null).toBe(code);
});

test("a step that failed is taken again", () => {
  const each = { ...caseBefore(10), taken: [...caseBefore(10).taken, taken(10, { conclusion: "failed" })] };
  expect(repeatRefusal(each, 10)).toBeNull();
});

test.each([
  [5, 4, null],
  [6, 4, 5],
  [12, 9, null],
  [13, 9, 12],
  [20, 17, 18],
])("with the steps before %i done, step %i waits for %s to be withdrawn first", (next, step, later) => {
  const refusal = withdrawalRefusal(caseBefore(next), step);
  expect(refusal?.values.later ?? null).toBe(later);
});

test("a step after which another was left out can't be withdrawn before that one", () => {
  const each = caseBefore(5, { exemptions: [{ step: 5, reason: "经批准", decidedBy: "committee" }] });
  expect(withdrawalRefusal(each, 4)?.values).toMatchObject({ later: 5 });
});

test("each step needs every paper it rests on", () => {
  for (const { number, materials } of developmentSteps) {
    expect(papersRefusal(number, materials)).toBeNull();
    for (const left of materials) {
      const refusal = papersRefusal(
        number,
        materials.filter((paper) => paper !== left),
      );
      expect(refusal?.values).toMatchObject({ missing: left, rule: `DEV-${String(number).padStart(2, "0")}` });
    }
  }
});
