import {
  attendanceRate,
  lineOf,
  march,
  monthlyScheme,
  overdueFindings,
  sheetOf,
  timelyRate,
} from "@dutyloop/domain/assessment/scoring/testing.ts";
import type { Arithmetic } from "@dutyloop/domain/assessment/things.ts";
import { expect, test } from "vitest";
import { wordArithmetic } from "./score-words.ts";

/** March of the worked example, as the rules explain it. */
const explained = (facts = march(), findings = overdueFindings()) =>
  sheetOf(monthlyScheme(), [timelyRate(), attendanceRate(), findings], facts, { closed: true });
const line = (code: string, fullMarks: string, points: string | null, arithmetic: Arithmetic) => ({
  code,
  fullMarks,
  points,
  arithmetic,
});

test("meetings on time: what was due, what was late under an extension, and the sum to repeat", () => {
  const worded = lineOf(explained(), "timely_rate");
  const names = {
    committee_meeting: { zh: "支委会", en: "committee meeting" },
    general_meeting: { zh: "支部党员大会", en: "general meeting" },
    group_meeting: { zh: "党小组会", en: "group meeting" },
    party_lecture: { zh: "党课", en: "party lecture" },
  };
  expect(wordArithmetic("zh", worded, names)).toBe(
    "应完成 5 项：支委会 1、支部党员大会 1、党小组会 2、党课 1；按期 4 项，经批准延期后完成 1 项按 0.5 计：(4 + 0.5) ÷ 5 × 40 = 36.00",
  );
  expect(wordArithmetic("en", worded, names)).toBe(
    "5 due (committee meeting 1, general meeting 1, group meeting 2, party lecture 1); 4 on time, 1 done late with an extension, counted 0.5 each: (4 + 0.5) ÷ 5 × 40 = 36.00",
  );
});

test("attendance: expected, present, target", () => {
  // The library's indicator of the same content has words of its own.
  const worded = { ...lineOf(explained(), "attendance_rate"), code: "attendance" };
  expect(wordArithmetic("zh", worded)).toBe("应到 61 人次，实到 52 人次；目标 90%：52 ÷ 61 ÷ 0.9 × 30 = 28.42");
});

test("a share beyond its target says that it counts in full instead of a sum that doesn't come out", () => {
  const figures = { numerator: "58", denominator: "61", target: "0.9", quotient: "0.95…", ofTarget: "1.05…" };
  const worded = line("attendance", "30", "30.00", { form: "ratio", ...figures, capped: true, breakdown: [] });
  expect(wordArithmetic("zh", worded)).toContain("58 ÷ 61 已达目标，按满分 30.00");
});

test("a deduction names each item, its unit and what is left", () => {
  const words = { general: { zh: "一般问题逾期", en: "general finding overdue" } };
  expect(wordArithmetic("zh", lineOf(explained(), "overdue_findings"), words)).toBe(
    "一般问题逾期 1 × 2 = 2：30 − 2 = 28.00",
  );
});

test("the sum of the lines, and the sum with marks given to the others", () => {
  expect(wordArithmetic("zh", lineOf(explained(), "month"))).toBe("36.00 + 28.42 + 28.00 = 92.42，逐行四舍五入后相加");
  const without = explained(
    march().filter(({ kind }) => kind !== "finding.overdue"),
    overdueFindings({ noData: "not_applicable" }),
  );
  expect(wordArithmetic("zh", lineOf(without, "month"))).toContain("(36.00 + 28.42) ÷ 70 × 100 = 92.03");
});

test("a weighted node shows the weights and what isn't out of a hundred", () => {
  const counted = [
    { code: "a", points: "88.50", fullMarks: "100", weight: "70" },
    { code: "b", points: "64.42", fullMarks: "70", weight: "30" },
  ];
  expect(wordArithmetic("en", line("total", "100", "89.56", { form: "weighted", counted, weights: "100" }))).toBe(
    "(70 × 88.50 + 30 × (64.42 ÷ 70 × 100)) ÷ 100 = 89.56",
  );
});

test("a node of which nothing counts says so instead of dividing by nothing", () => {
  const sum = { form: "sum" as const, counted: [], points: "0", marks: "0", redistributed: true };
  expect(wordArithmetic("zh", line("total", "100", null, sum))).toBe("没有一项可以计分，所以没有得分");
  expect(wordArithmetic("en", line("total", "100", null, sum))).toBe(
    "No part of it can be scored yet, so it has no points",
  );
  const weighted = { form: "weighted" as const, counted: [], weights: "0" };
  expect(wordArithmetic("zh", line("total", "100", null, weighted))).toBe("没有一项可以计分，所以没有得分");
  expect(wordArithmetic("en", line("total", "100", null, weighted))).not.toMatch(/null|÷/);
});

test("no data is said in words", () => {
  expect(wordArithmetic("zh", line("x", "30", null, { form: "no_data", meaning: "not_applicable" }))).toMatch(/不适用/);
  expect(wordArithmetic("en", line("x", "30", "30.00", { form: "no_data", meaning: "full" }))).toMatch(/full marks/);
});
