import { describe, expect, test } from "vitest";
import { listedIn, namesIn, resolutionsIn } from "./listed-cells.ts";

test("names are read however they are set apart", () => {
  expect(namesIn("张三、李四，王五;赵六\n R00007 ；")).toEqual(["张三", "李四", "王五", "赵六", "R00007"]);
  expect(namesIn(null)).toEqual([]);
});

describe("who was away and why", () => {
  test.each([
    ["张三：出差", [{ names: ["张三"], said: "出差" }]],
    [
      "张三:出差；李四（生病，住院）",
      [
        { names: ["张三"], said: "出差" },
        { names: ["李四"], said: "生病，住院" },
      ],
    ],
    [
      "R1、R2：出差\nR3",
      [
        { names: ["R1", "R2"], said: "出差" },
        { names: ["R3"], said: "" },
      ],
    ],
    ["张三：家事：搬家", [{ names: ["张三"], said: "家事：搬家" }]],
  ])("%s", (text, listed) => expect(listedIn(text)).toEqual(listed));
});

describe("resolutions", () => {
  test.each([
    ["同意转正（赞成9，反对0，弃权1）", { title: "同意转正", for: 9, against: 0, abstain: 1 }],
    ["同意转正：赞成 9 票，反对 0 票，弃权 1 票", { title: "同意转正", for: 9, against: 0, abstain: 1 }],
    ["同意 张三 转正 赞成9反对0弃权1", { title: "同意 张三 转正", for: 9, against: 0, abstain: 1 }],
  ])("%s", (text, tally) => expect(resolutionsIn(text)).toEqual([tally]));

  test("one in each line", () =>
    expect(resolutionsIn("甲（赞成1，反对0，弃权0）\n乙（赞成2，反对0，弃权0）")).toHaveLength(2));

  test.each(["一致通过", "（赞成9，反对0，弃权1）", `${"长".repeat(301)}：赞成9反对0弃权1`, "甲：赞成9，反对0"])(
    "%s can't be read",
    (text) => expect(resolutionsIn(text)).toBeNull(),
  );
});
