import { expect, test } from "vitest";
import { wordFinding } from "./finding-words.ts";
import { findingEn } from "./findings-en.ts";
import { findingZh } from "./findings-zh.ts";

test("a vacant post is told by its name, in both languages", () => {
  const values = { post: "DEPUTY_SECRETARY" };
  expect(wordFinding("zh", "committee.post_missing", values)).toBe("缺副书记。请补选或任命。");
  expect(wordFinding("en", "committee.post_missing", values)).toBe(
    "The post of deputy secretary is vacant. Elect or appoint somebody.",
  );
});

test("what is refused at the moment of setting up reads the same when it is found later", () => {
  const found = wordFinding("zh", "organization.too_few_full_members", { fullMembers: 2, least: 3 });
  expect(found).toBe("正式党员只有 2 名，成立党支部须有 3 名以上。请先编入党员，或成立联合党支部。");
});

test("both languages name the same figures and dates in every sentence", () => {
  const places = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
  for (const [code, text] of Object.entries(findingZh))
    expect(places(findingEn[code as keyof typeof findingZh]), code).toEqual(places(text));
});

test("a code that no rule gives isn't worded", () => {
  expect(() => wordFinding("zh", "organization.unheard_of", {})).toThrow("organization.unheard_of");
});
