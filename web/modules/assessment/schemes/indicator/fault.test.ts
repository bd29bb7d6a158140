import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import { compileFormula } from "@dutyloop/domain/assessment/formulas/formula.ts";
import { expect, test } from "vitest";
import { faultIn } from "./fault.ts";

const fault = (expression: string, language: "zh" | "en" = "zh") => {
  const formula = compileFormula(expression, ["value", "full_marks"]);
  if (!("problem" in formula)) return null;
  return faultIn(expression, wordRefusal(language, formula.problem.code, formula.problem.values));
};

test.each([
  ["value + done", ["value + ", "done", ""]],
  ["sqrt(value) * 2", ["", "sqrt", "(value) * 2"]],
  ["value * 'x'", ["value * ", "'", "x'"]],
  ["(value", ["(valu", "e", ""]],
])("in %s it underlines what the sentence means", (expression, parts) => {
  expect(fault(expression, "zh")).toEqual(parts);
  expect(fault(expression, "en")).toEqual(parts);
});

test("nothing is underlined where nothing is wrong, and an empty field breaks nothing", () => {
  expect(fault("value * full_marks")).toBeNull();
  expect(fault("")).toEqual(["", "", ""]);
});
