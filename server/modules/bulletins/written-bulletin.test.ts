import type { DutyFigures } from "@dutyloop/domain/duties/matrix-things.ts";
import { describe, expect, test } from "vitest";
import type { BulletinData } from "./bulletin-data.ts";
import type { BulletinDraft } from "./bulletin-store.ts";
import { writtenBulletin } from "./written-bulletin.ts";

const figures = (owed: number, done: number, overdue = 0, late = 0): DutyFigures => ({ owed, done, overdue, late });
const nobody = { drawn: 0, accepted: 0, toCorrect: 0, reversed: 0 };
const data: BulletinData = {
  place: { id: "p", name: "中共某公司委员会", path: "1.", kind: "COMMITTEE" },
  month: "2026-10",
  today: "2026-11-05",
  total: figures(120, 100, 12, 3),
  before: figures(110, 99, 0, 3),
  attendance: { done: 900, of: 1000 },
  standard: { done: 0, of: 0 },
  kinds: [{ name: { zh: "主题党日", en: "Theme day" }, ...figures(120, 100, 12, 3) }],
  rows: [
    { name: "中共某公司委员会", own: true, figures: figures(20, 20) },
    { name: "运检党支部", own: false, figures: figures(60, 50, 10, 3) },
  ],
  unnamed: figures(40, 30, 2),
  childKinds: ["BRANCH"],
  boards: [
    {
      scheme: { zh: "月积分", en: "Monthly points" },
      class: "生产类",
      organizations: 9,
      ranked: 8,
      mean: "91.50",
      ranks: [
        ...["一", "二", "三", "四", "五", "六"].map((name, index) => ({
          ...{ rank: index + 1, total: `${99 - index}.00`, organizations: 1, names: [`${name}支部`] },
        })),
        { rank: 7, total: "80.00", organizations: 2, names: ["七支部", "八支部"] },
      ],
    },
  ],
  samples: { drawn: 9, accepted: 5, toCorrect: 1, reversed: 0 },
  auditHead: { sequence: 42, mac: "beef", at: new Date("2026-11-04T17:00:00Z") },
};
const draft: BulletinDraft = {
  texts: {
    ...{ number: "", recipient: "各党支部", opening: "", closing: "", copies: "" },
    requirements: "一要补课。\n\n  二要按期。",
  },
  leadingOnly: false,
  revision: 1,
};
const bare: BulletinData = {
  ...data,
  ...{ total: figures(0, 0), before: figures(0, 0), attendance: { done: 0, of: 0 }, kinds: [], unnamed: null },
  ...{ rows: [{ name: "一", own: true, figures: figures(0, 0) }], boards: [], samples: nobody, auditHead: null },
};
const said = (of: BulletinData, over: Partial<BulletinDraft> = {}, language: "zh" | "en" = "zh") =>
  writtenBulletin(of, { ...draft, ...over }, language).blocks.flatMap((block) =>
    block.kind === "table" ? block.rows.map(({ cells }) => cells.join(" ")) : [block.text],
  );

test("says what was owed and done, and what changed, in figures that can be worked out again", () => {
  const lines = said(data);
  expect(lines).toContain("本月应开展 120 项，已开展 100 项，完成率 83.33%。逾期未开展 12 项。补录 3 次。");
  // 83.33 less 90.00, as both are printed.
  expect(lines).toContain("与2026年9月相比，应开展增加 10 项，已开展增加 1 项，完成率下降 6.67 个百分点，补录持平。");
  expect(lines).toContain("组织生活应到 1000 人次，实到 900 人次，到会率 90.00%。");
});

test("the lines of both tables add up to the total; who isn't named stands together", () => {
  expect(said(data).filter((line) => line.startsWith("合计"))).toEqual(Array(2).fill("合计 120 100 83.33% 12 3"));
  expect(said(data)).toContain("其他组织 40 30 75.00% 2 0");
});

describe("the boards", () => {
  const board = (over: Partial<BulletinDraft> = {}) => said(data, over).find((line) => line.startsWith("月积分"));
  test("name who leads and who lags", () => {
    expect(board()).toBe(
      "月积分（生产类）：参评组织 9 个，排位 8 个，平均 91.50 分。居前的是：一支部（99.00 分）、二支部（98.00 分）、三支部（97.00 分）。" +
        "靠后的是：七支部（80.00 分）、八支部（80.00 分）、六支部（94.00 分）。",
    );
  });
  test("or only who leads", () => {
    expect(board({ leadingOnly: true })).not.toContain("靠后");
    expect(board({ leadingOnly: true })).toContain("居前的是：一支部");
  });
  test("so many on one rank aren't named one by one", () => {
    const [one] = data.boards;
    const many = { rank: 1, total: "100.00", organizations: 20, names: [] };
    const lines = said({ ...data, boards: [{ ...(one as NonNullable<typeof one>), ranks: [many] }] });
    expect(lines.find((line) => line.startsWith("月积分"))).toContain(
      "居前的是：并列第 1 位的 20 个组织（100.00 分）。",
    );
  });
});

test("parts without figures are left out, and the others numbered without gaps", () => {
  const headings = (of: BulletinData, over: Partial<BulletinDraft> = {}) =>
    said(of, over).filter((line) => /^.、/.test(line));
  expect(headings(data)).toEqual([
    "一、总体情况",
    "二、各类责任开展情况",
    "三、各单位开展情况",
    "四、考核榜单情况",
    "五、抽查情况",
    "六、下一步工作要求",
  ]);
  expect(headings(bare)).toEqual(["一、下一步工作要求"]);
  expect(said(bare, { texts: { ...draft.texts, requirements: "" } })).toEqual([
    "现将2026年10月党建责任落实情况（截至2026年11月5日的数据）通报如下。",
    "中共某公司委员会",
    "2026年11月5日",
  ]);
});

test("what was typed stands as it was typed, a line a paragraph", () => {
  const lines = said(data);
  expect(lines.slice(lines.indexOf("六、下一步工作要求") + 1, -2)).toEqual(["一要补课。", "二要按期。"]);
  const { recipient, imprint, number, proof } = writtenBulletin(data, draft, "zh");
  expect({ recipient, copies: imprint.copies, number }).toEqual({ recipient: "各党支部：", copies: "", number: "" });
  expect(proof).toBe("审计链第 42 号签名（2026-11-05）：beef");
});

test("in English it says the same", () => {
  const lines = said(data, {}, "en");
  expect(lines).toContain("120 were owed this month and 100 done, 83.33%. 12 are overdue. 3 were entered late.");
  expect(lines).toContain("5. Samples");
  expect(lines.join("")).not.toMatch(/[应开展]/);
});
