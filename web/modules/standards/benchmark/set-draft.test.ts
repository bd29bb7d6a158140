import { expect, test } from "vitest";
import { draftOf, sentParts, withItem, withName, withoutItem, withPart } from "./set-draft.ts";

const name = { zh: "组织生活", en: "Life" };
const draft = draftOf([{ code: "life", name, items: [{ code: "meetings", name }] }]);

test("an item keeps its code while its words change, and a new one gets a code of its own", () => {
  const more = withItem(draft, 0, "0193-ab");
  const typed = withName(more, { part: 0, item: 1, language: "zh" }, " 书记走访 ");
  expect(sentParts(typed)[0]?.items).toEqual([
    { code: "meetings", name },
    { code: "own_0193_ab", name: { zh: "书记走访", en: "书记走访" } },
  ]);
  const renamed = withName(draft, { part: 0, item: null, language: "en" }, "Meetings");
  expect(sentParts(renamed)[0]).toMatchObject({ code: "life", name: { zh: "组织生活", en: "Meetings" } });
});

test("a part that has no item left goes with its last one", () => {
  const two = withPart(draft, "p", "i");
  expect(two.map(({ items }) => items.length)).toEqual([1, 1]);
  expect(withoutItem(two, 0, 0).map(({ code }) => code)).toEqual(["own_p"]);
});
