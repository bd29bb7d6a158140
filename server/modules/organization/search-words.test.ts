import { searchTerms } from "@dutyloop/domain/organization/search-policy.ts";
import { expect, test } from "vitest";
import { nameWords, searchWords } from "./search-words.ts";

const words = searchWords(["重庆长江公司党委", "绿色能源 A2 党支部"], "CQ-01");

test.each([
  ["code", "cq-01"],
  ["name", "长江公司"],
  ["pinyin, with the sound that a character has in its word", "chongqingchangjiang"],
  ["initials", "cqcjgsdw"],
  ["a former name's pinyin, with v for ü", "lvsenengyuana2dangzhibu"],
])("found by its %s", (_what, asked) => {
  expect(words).toContain(asked);
});

test("case, full-width letters and blanks around make no difference", () => {
  expect(searchTerms("　ＣＱ－０１  党委 ")).toEqual(["cq-01", "党委"]);
});

test("every line begins with a line break, and none stands twice", () => {
  expect(searchWords(["A", "A"], "a")).toBe("\na");
});

test.each([
  ["王小红", ["王小红", "wangxiaohong", "wxh", "小红", "xiaohong", "xh"]],
  ["单田芳", ["单田芳", "shantianfang", "stf", "田芳", "tianfang", "tf"]],
  ["Anna", ["anna", "a"]],
])("%s is found by the name, the given name, pinyin and initials", (name, expected) => {
  expect(nameWords(name)).toEqual(expected);
});
