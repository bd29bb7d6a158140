import { expect, test } from "vitest";
import { fillIn } from "./fill-in.ts";
import { wordFinding } from "./finding-words.ts";
import { findingEn } from "./findings-en.ts";
import { findingZh } from "./findings-zh.ts";
import { wordRefusal } from "./refusals.ts";

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

test("one is one: no English finding has 1 people", () => {
  const worded = (people: number) => wordFinding("en", "committee.larger_than_usual", { people, usual: 7 });
  expect(worded(1)).toBe("The committee has 1 person; usually it is no more than 7.");
  expect(worded(9)).toBe("The committee has 9 people; usually it is no more than 7.");
  const values = new Proxy({}, { get: () => 1, ownKeys: () => [] });
  const plural = /\b1 (?:people|(?:full )?members|units|parents|branches|years|months|days|votes)\b/;
  const wrong = Object.entries(findingEn).filter(([, text]) => plural.test(fillIn(text, values)));
  expect(wrong).toEqual([]);
});

test("days are written as the language writes them, as on the pages; what is no day stays", () => {
  const values = { on: "2026-03-01", step: 3, limit: "2026-02-30" };
  expect(wordFinding("zh", "development.done_late", values)).toBe("第 3 步于 2026年3月1日 办理，最迟应在 2026-02-30。");
  expect(wordFinding("en", "development.done_late", values)).toBe(
    "Step 3 was done on March 1, 2026; the last day was 2026-02-30.",
  );
  expect(wordRefusal("en", "transfer.in_future", { today: "2026-11-21" })).toBe(
    "The date is after today (November 21, 2026). Please enter the real one.",
  );
});

test("a code that no rule gives isn't worded", () => {
  expect(() => wordFinding("zh", "organization.unheard_of", {})).toThrow("organization.unheard_of");
});

test("a refusal names a month as the pages do", () => {
  expect(wordRefusal("zh", "record.late_reason_missing", { month: "2026-01" })).toMatch(/^2026年1月 已结束填报/);
  expect(wordRefusal("en", "record.late_reason_missing", { month: "2026-01" })).toMatch(/^The books of January 2026 /);
});
