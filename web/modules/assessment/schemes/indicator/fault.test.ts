import { compileFormula } from "@dutyloop/domain/assessment/formulas/formula.ts";
import { expect, test } from "vitest";
import { faultIn } from "./fault.ts";

const fault = (expression: string) => {
  const formula = compileFormula(expression, ["value", "full_marks"]);
  return "problem" in formula ? faultIn(expression, formula.problem) : null;
};

test.each([
  ["value + done", ["value + ", "done", ""]],
  ["sqrt(value) * 2", ["", "sqrt", "(value) * 2"]],
  ["value * 'x'", ["value * ", "'", "x'"]],
  ["(value", ["(valu", "e", ""]],
])("in %s it underlines what the sentence means", (expression, parts) => expect(fault(expression)).toEqual(parts));

test("nothing is underlined where nothing is wrong, and an empty field breaks nothing", () => {
  expect(fault("value * full_marks")).toBeNull();
  expect(faultIn("", "The expression ends too early, at character 1.")).toEqual(["", "", ""]);
});
