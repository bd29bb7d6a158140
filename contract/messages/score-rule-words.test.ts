import type { Arithmetic, LineNote, ValueOrigin } from "@dutyloop/domain/assessment/things.ts";
import { expect, test } from "vitest";
import { wordArithmetic } from "./score-words.ts";

const names = {
  complaints: { zh: "投诉件数", en: "complaints" },
  safety: { zh: "安全生产", en: "safety" },
  monthly: { zh: "月积分", en: "monthly points" },
  deputy: { zh: "分管领导", en: "deputy" },
};
const line = (arithmetic: Arithmetic, points: string | null, fullMarks = "30", why: LineNote | null = null) => ({
  code: "x",
  fullMarks,
  points,
  arithmetic,
  why,
});
const say = (language: "zh" | "en", ...given: Parameters<typeof line>) =>
  wordArithmetic(language, line(...given), names);
const ofTarget = (value: string, target: string, origin: ValueOrigin, capped = false): Arithmetic => ({
  form: "of_target",
  value,
  target,
  ofTarget: "0",
  capped,
  origin,
});

test("the mean of answers against a target, with the division in place of an endless value", () => {
  const origin: ValueOrigin = { of: "mean", sum: "250", facts: 3, answers: "42" };
  const rule = ofTarget("83.333333…", "100", origin);
  expect(say("zh", rule, "8.33", "10")).toBe("42 人作答，平均 250 ÷ 3 = 83.333333…：(250 ÷ 3) ÷ 100 × 10 = 8.33");
  expect(say("en", rule, "8.33", "10")).toBe("42 answered, mean 250 ÷ 3 = 83.333333…: (250 ÷ 3) ÷ 100 × 10 = 8.33");
});

test("judges by name, with what was left out, and a target that is reached", () => {
  const judges = [
    { judge: "deputy", points: "95", counted: false },
    { judge: "secretary", points: "90", counted: true },
  ];
  const rule = ofTarget("90", "90", { of: "judges", judges, sum: "90", counted: 1 }, true);
  expect(say("zh", rule, "30.00")).toBe(
    "评委打分：分管领导 95（去掉）、secretary 90；90 ÷ 1 = 90，已达目标 90，按满分 30.00",
  );
  expect(say("en", rule, "30.00")).toBe(
    "judged: deputy 95 (left out), secretary 90; 90 ÷ 1 = 90 and reaches the target 90: full marks 30.00",
  );
});

test("a formula names its inputs, a linear rule shows the way from baseline to target", () => {
  const inputs = [{ name: "c", indicator: "complaints", value: "3" }];
  const rule: Arithmetic = {
    form: "linear",
    value: "6",
    baseline: "10",
    target: "2",
    share: "0.5",
    origin: { of: "formula", expression: "c * 2", inputs },
  };
  expect(say("zh", rule, "15.00")).toBe("公式 c * 2，其中 c = 3（投诉件数），得 6：(6 − 10) ÷ (2 − 10) × 30 = 15.00");
  expect(say("en", rule, "15.00")).toBe(
    "formula c * 2 with c = 3 (complaints) gives 6: (6 − 10) ÷ (2 − 10) × 30 = 15.00",
  );
});

test("a linear value at or beyond its ends says so instead of a sum that doesn't come out", () => {
  const rule = (value: string, share: string): Arithmetic => ({
    form: "linear",
    value,
    baseline: "-5",
    target: "5",
    share,
    origin: { of: "last", occurredOn: "2026-03-31", facts: 2 },
  });
  expect(say("zh", rule("7", "1"), "30.00")).toBe("取最近一次（2026-03-31，共 2 次）的值 7，已达目标 5，按满分 30.00");
  expect(say("en", rule("-9", "0"), "0.00")).toBe(
    "the latest of 2 (2026-03-31) is −9, no better than the baseline −5: 0.00",
  );
  expect(say("zh", rule("0", "0.5"), "15.00")).toContain("(0 − (−5)) ÷ (5 − (−5)) × 30 = 15.00");
});

test("bands, reached and missed, over what was counted or added up", () => {
  const bands = (bound: string | null, origin: ValueOrigin): Arithmetic => ({
    form: "bands",
    value: "4",
    bound,
    points: "20",
    origin,
  });
  expect(say("zh", bands("3", { of: "count", facts: 4 }), "20.00")).toBe("共 4 条，达到 3 档：20.00");
  expect(say("en", bands(null, { of: "sum", facts: 2 }), "0.00")).toBe(
    "2 entries add up to 4, below the lowest band: 0.00",
  );
});

test("a roll-up says how many organisations count, and which don't", () => {
  const rollup = { of: "rollup", scheme: "monthly", pending: 1, notApplicable: 2, sum: "270", weights: "3" } as const;
  const equal: ValueOrigin = { ...rollup, line: null, weighting: "equal", scored: 3 };
  expect(say("zh", ofTarget("90", "100", equal), "27.00")).toBe(
    "下级 3 个组织“月积分”的得分率之和 270 ÷ 3 = 90（1 个待补报、2 个不适用，不计）：90 ÷ 100 × 30 = 27.00",
  );
  const members: ValueOrigin = {
    ...rollup,
    line: "safety",
    weighting: "members",
    scored: 3,
    pending: 0,
    notApplicable: 0,
  };
  expect(say("en", ofTarget("90", "100", members), "27.00")).toBe(
    '"safety" of 3 organisations below in percent, times their members: 270 ÷ 3 = 90: 90 ÷ 100 × 30 = 27.00',
  );
});

test("the figure of another scheme, and a value settled at the close", () => {
  expect(say("zh", ofTarget("92.42", "100", { of: "figure", scheme: "monthly" }), "27.73")).toBe(
    "取“月积分”本期的平均分 92.42：92.42 ÷ 100 × 30 = 27.73",
  );
  expect(say("en", ofTarget("80", "100", { of: "settled" }), "24.00")).toBe(
    "settled by a person at the close as 80: 80 ÷ 100 × 30 = 24.00",
  );
});

test("an expression shows what goes in, what comes out, and its bounds", () => {
  const rule: Arithmetic = {
    form: "cel",
    value: "0.833333…",
    expression: "value * full_marks * 2.0",
    result: "50",
    floor: "0",
    ceiling: "30",
    bounded: true,
    origin: { of: "ratio", numerator: "5", denominator: "6" },
  };
  expect(say("zh", rule, "30.00")).toBe(
    "5 ÷ 6 = 0.833333…；公式 value * full_marks * 2.0（value = (5 ÷ 6)、full_marks = 30）= 50，限定在 0 到 30，取 30.00",
  );
});

test("a timeliness share under another rule than a ratio", () => {
  const origin: ValueOrigin = { of: "timely_ratio", due: "3", onTime: "1", late: "1", lateFactor: "0.5" };
  const rule: Arithmetic = { form: "bands", value: "0.5", bound: "0.5", points: "20", origin };
  expect(say("zh", rule, "20.00")).toBe("(1 + 1 × 0.5) ÷ 3 = 0.5，达到 0.5 档：20.00");
});

test("why there is no value: too few answers, judges or inputs, or a person's word", () => {
  expect(say("zh", { form: "sample", answers: "4", minimum: 5 }, null)).toContain("样本不足");
  expect(say("en", { form: "judges_missing", judged: 1, minimum: 3 }, null)).toBe(
    "Pending: 1 judged so far, at least 3 needed",
  );
  const inputs = [{ name: "c", indicator: "complaints", state: "pending" as const }];
  expect(say("zh", { form: "inputs_missing", inputs }, null)).toBe("公式缺少数据：投诉件数 待补报");
  expect(say("zh", { form: "settled", outcome: "zero" }, "0.00")).toBe("周期关闭时由人认定计 0 分");
  expect(say("en", { form: "settled", outcome: "not_applicable" }, null)).toContain("not applicable");
});

test("a deduction that a person settled, one without a name, and one at its floor", () => {
  const units = (items: Extract<Arithmetic, { form: "units" }>["items"], sum: string, bounded = false): Arithmetic => ({
    form: "units",
    rule: "deduct",
    items,
    sum,
    bound: "0",
    bounded,
  });
  expect(say("zh", units([], "2"), "28.00", "30", "settled")).toBe("周期关闭时由人认定：30 − 2 = 28.00");
  const event = { value: "", quantity: "40", unit: "1", points: "40" };
  expect(say("zh", units([event], "40", true), "0.00")).toBe("事项 40 × 1 = 40：30 − 40，最低 0 = 0.00");
  expect(say("en", units([], "0"), "30.00")).toBe("nothing to deduct: 30 − 0 = 30.00");
});
