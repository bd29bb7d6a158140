import { expect, test } from "vitest";
import { problemOf } from "./problem-of.ts";

test("a part of the form shows the problem of what lies inside it, and no other", () => {
  const problems = { "attendance.3.reason": "请假、缺席须填写原因。", titleOfOther: "x" };
  expect(problemOf(problems, "attendance")).toBe("请假、缺席须填写原因。");
  expect(problemOf(problems, "attendance.3.reason")).toBe("请假、缺席须填写原因。");
  expect(problemOf(problems, "title")).toBeUndefined();
});
