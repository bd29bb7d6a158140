import type { Answer } from "@dutyloop/contract/endpoints.ts";
import {
  leaf,
  march,
  measure,
  metricOf,
  schemeOf,
  sheetOf,
  timelyRate,
} from "@dutyloop/domain/assessment/scoring/testing.ts";
import { expect, test } from "vitest";
import { scoreReport } from "./score-report.ts";

type Score = Answer<"getScore">;

const name = (zh: string, en: string) => ({ zh, en });
const scheme = schemeOf(
  {
    kind: "weighted",
    code: "all",
    name: name("合计", "Total"),
    children: [
      {
        weight: "60",
        node: {
          kind: "sum",
          code: "work",
          name: name("工作", "Work"),
          children: [leaf("timely_rate", "40")],
        },
      },
      { weight: "40", node: leaf("satisfaction", "100") },
    ],
  },
  {
    range: { floor: "0", ceiling: "110" },
    bonuses: [{ code: "bonus", name: name("加分", "Bonus"), ceiling: "5", leaves: [leaf("honour", "5")] }],
    vetoes: [
      {
        code: "accident",
        name: name("重大问题", "Grave finding"),
        when: { kind: "finding.overdue", atLeast: 1 },
        effect: { caps: "total", total: "80" },
      },
    ],
  },
);
const indicators = [timelyRate(), metricOf("satisfaction"), metricOf("honour")];
const sheet = sheetOf(scheme, indicators, [...march(), measure("honour", "40")], {
  vetoDecisions: new Map([["accident", true]]),
  settlements: new Map([["satisfaction", { outcome: "value", value: "91" }]]),
});

const score: Score = {
  organizationId: "01970000-0000-7000-8000-000000000001",
  organizationName: "运检支部",
  class: "生产类",
  period: "2026-Q1",
  span: "quarter",
  periodState: "publicity",
  periodVersion: 2,
  versions: 2,
  state: "publicity",
  publicity: { from: "2026-04-07", to: "2026-04-13" },
  scheme: {
    ...{ code: "scheme", version: 3, name: name("季度考核", "Quarterly assessment") },
    ...{ cadence: "quarter", coverageThreshold: "80" },
  },
  schemes: [],
  periods: [],
  total: sheet.total,
  coverage: sheet.coverage,
  ranks: [
    { organizationId: "01970000-0000-7000-8000-000000000002", organizationName: "电网公司党委", rank: 3, of: 43 },
    { organizationId: "01970000-0000-7000-8000-000000000003", organizationName: "集团党委", rank: null, of: 400 },
  ],
  grade: { suggested: { code: "good", name: name("好", "good") }, decided: null, reason: null },
  vetoes: sheet.vetoes as Score["vetoes"],
  composition: sheet.composition,
  lines: sheet.lines.map((line) => ({
    ...(line as Score["lines"][number]),
    dimension: null,
    basis: null,
    settled: line.why === "settled" ? "问卷已在线下收齐" : null,
    since: line.code === "honour" ? [{ what: "facts" as const, count: 1 }] : [],
  })),
  mean: null,
  adjustment: null,
  adjustments: [{ period: "2025-Q4", published: "90.00", adjusted: "88.50", adjustment: "-1.50", facts: 2 }],
  changes: {
    since: "2025-Q4",
    totalBefore: "90.00",
    facts: { before: 8, now: 11 },
    schemeVersion: { before: 2, now: 3 },
    class: { before: "职能类", now: "生产类" },
    parent: { before: "机关党委", now: "电网公司党委" },
    lines: [{ code: "timely_rate", before: "40.00", now: "36.00" }],
  },
  computedAt: "2026-04-07T01:00:00.000Z",
};

const report = (language: "zh" | "en") => scoreReport(score, {}, language, "2026-04-08");
const textOf = (language: "zh" | "en") =>
  report(language)
    .blocks.map((block) => ("text" in block ? block.text : block.rows.map(({ cells }) => cells.join(" | ")).join("\n")))
    .join("\n");

test("the veto stands before the lines, and the total says what holds it down", () => {
  const headings = report("zh").blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
  expect(headings).toEqual([
    "一、得分情况",
    "二、一票否决",
    "三、得分的由来",
    "四、与上期相比",
    "五、怎样得满分",
    "六、以前期间调整",
    "七、有异议怎么办",
  ]);
  expect(textOf("zh")).toContain("一票否决“重大问题”：1 件（达 1 件触发），总分不高于 80；已由人确认");
  expect(textOf("zh")).toContain("总分：90.40 + 2.00，一票否决限分 = 80.00。");
});

test("every line stands with its points, full marks and sentence, indented by its depth", () => {
  const table = report("zh").blocks.find((block) => block.kind === "table");
  expect(table?.rows.map(({ cells, depth, strong }) => [cells.slice(0, 3).join(" "), depth, strong])).toEqual([
    ["合计 90.40 100", 0, true],
    ["工作 36.00 40", 1, true],
    ["timely_rate 36.00 40", 2, false],
    ["satisfaction 91.00 100", 1, false],
    ["加分 2.00 5", 0, true],
    ["honour 2.00 5", 1, false],
  ]);
  expect(table?.rows.map(({ cells }) => cells[3])[0]).toBe("(60 × (36.00 ÷ 40 × 100) + 40 × 91.00) ÷ 100 = 90.40");
  expect(table?.rows[3]?.cells[3]).toMatch(/认定理由：问卷已在线下收齐$/);
});

test("a line says what came after the close and that its points stay", () => {
  const sentence = (language: "zh" | "en") =>
    report(language).blocks.flatMap((block) => (block.kind === "table" ? [block.rows[5]?.cells[3]] : []))[0];
  expect(sentence("zh")).toMatch(/。关账之后又到 1 条数据；公布的得分不变$/);
  expect(sentence("en")).toMatch(/\. Since the close 1 entry came; the published score stays$/);
});

test("ranks, grade, what changed, adjustments and the days of the dispute are said in Chinese", () => {
  const text = textOf("zh");
  for (const sentence of [
    "考核期：2026年第1季度（第 2 版）",
    "考核方案：季度考核 第 3 版",
    "在电网公司党委榜上的位次：第 3 位（共 43 个）",
    "在集团党委榜上的位次：不排位（共 400 个组织）",
    "等次：建议好",
    "方案由第 2 版改为第 3 版。",
    "类别由“职能类”改为“生产类”。",
    "上级组织由“机关党委”改为“电网公司党委”。",
    "timely_rate：40.00 → 36.00。",
    "timely_rate（还差 4.00 分）：",
    "2025年第4季度：关闭后报来 2 条数据，得分由 90.00 变为 88.50，调整 −1.50 分",
    "公示期为 2026-04-07 至 2026-04-13。",
  ]) {
    expect(text).toContain(sentence);
  }
  expect(text.endsWith("2026年4月8日")).toBe(true);
});

test("and in English", () => {
  const text = textOf("en");
  for (const sentence of [
    'Veto "Grave finding": 1 (triggered by 1), total at most 80; confirmed by a person',
    "Rank on the board of 电网公司党委: 3 of 43",
    "Grade: good (suggested)",
    "The scheme changed from version 2 to version 3.",
    "Q4 2025: 2 entries came after the close; 90.00 becomes 88.50, an adjustment of −1.50.",
    "The publicity lasts from 2026-04-07 to 2026-04-13.",
  ]) {
    expect(text).toContain(sentence);
  }
});
