import { expect, test } from "vitest";
import { shortPeriod, wordPeriod } from "./period-words.ts";
import { wordComposition, wordLeftOut, wordMean, wordReach, wordVeto } from "./score-total-words.ts";

test("what full marks take, in both languages", () => {
  expect(wordReach("zh", { form: "numerator", missing: "2.9" })).toBe("按现在的应达数，还差 2.9 即得满分");
  expect(wordReach("en", { form: "value", target: "-2" })).toBe("A value of −2 gives full marks");
  expect(wordReach("zh", { form: "units_off", points: "5" })).toContain("5 分");
  expect(wordReach("en", { form: "units_more", points: "3" })).toBe("3 more points reach the most it can give");
  expect(wordReach("zh", { form: "data" })).toBe("数据报来后才能计分");
});

test("a mean is a sum to repeat; one period is itself, none is said in words", () => {
  const counted = [{ total: "88.42" }, { total: "92.42" }];
  expect(wordMean("zh", counted, "90.42")).toBe("(88.42 + 92.42) ÷ 2 = 90.42");
  expect(wordMean("zh", counted.slice(1), "92.42")).toBe("92.42 = 92.42");
  expect(wordMean("en", [], null)).toBe("No period can be counted yet");
});

test("why a period is left out of a mean", () => {
  expect(wordLeftOut("zh", { period: "2026-03", reason: "open" })).toBe("2026年3月还没有关闭，不计入平均");
  expect(wordLeftOut("en", { period: "2026-Q1", reason: "coverage" })).toBe(
    "Q1 2026 has less coverage than the scheme asks for: not in the mean",
  );
});

test("periods by name", () => {
  expect(["2026-11", "2026-Q4", "2026-H2", "2026"].map((name) => wordPeriod("zh", name))).toEqual([
    "2026年11月",
    "2026年第4季度",
    "2026年下半年",
    "2026年",
  ]);
  expect(["2026-11", "2026-H1", "2026"].map((name) => wordPeriod("en", name))).toEqual([
    "November 2026",
    "first half of 2026",
    "2026",
  ]);
  const short = (language: "zh" | "en") => ["2026-11", "2026-H1", "2026"].map((name) => shortPeriod(language, name));
  expect(short("en")).toEqual(["Nov 2026", "H1 2026", "2026"]);
  expect(short("zh")).toEqual(["2026年11月", "2026年上半年", "2026年"]);
});

test("the total is put together from the tree, bonus and deduction, within its range", () => {
  const parts = { root: "90.43", bonus: "2.00", deduction: "0.00", floor: "0", ceiling: "110" };
  expect(wordComposition("zh", { ...parts, bounded: false, cappedBy: null }, "92.43")).toBe("90.43 + 2.00 = 92.43");
  const capped = { ...parts, deduction: "1.00", bounded: true, cappedBy: "fatal" };
  expect(wordComposition("en", capped, "60.00")).toBe(
    "90.43 + 2.00 − 1.00, kept within 0 and 110, held down by a veto = 60.00",
  );
});

test("a veto says what triggers it, what it caps and whether it counts", () => {
  const veto = { name: { zh: "较大安全事故", en: "accident" }, count: 1, atLeast: 1 };
  const grade = { name: { zh: "一般", en: "fair" } };
  expect(wordVeto("zh", { ...veto, decision: "confirmed", effect: { caps: "grade", grade } })).toBe(
    "一票否决“较大安全事故”：1 件（达 1 件触发），建议等次不高于“一般”；已由人确认",
  );
  expect(wordVeto("en", { ...veto, decision: "waiting", effect: { caps: "total", total: "60" } })).toBe(
    'Veto "accident": 1 (triggered by 1), total at most 60; waits for a person; no effect until then',
  );
});
