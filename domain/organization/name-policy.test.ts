import { expect, test } from "vitest";
import { shortBranchName } from "./name-policy.ts";

test("a branch beside branches is called without the word that all of them share", () => {
  expect(shortBranchName("变电运维中心党支部")).toBe("变电运维中心");
  expect(shortBranchName("党委党建部党支部")).toBe("党委党建部");
});

test("what wouldn't be a name alone, or isn't a branch's, stays whole", () => {
  const whole = [
    "第一党支部",
    "机关第十二党支部",
    "变电所联合党支部",
    "扩建项目党支部",
    "党支部",
    "澜阳供电公司党委",
    "one",
  ];
  expect(whole.map(shortBranchName)).toEqual(whole);
});
