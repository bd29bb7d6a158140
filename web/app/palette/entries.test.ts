import { expect, test } from "vitest";
import { type Entry, inGroups, type Known, knownThatFit } from "./entries.ts";

const entry = (group: Entry["group"], title: string, rank: number): Entry => ({
  group,
  key: title,
  title,
  note: "",
  href: "/",
  rank,
});

test("the group with what fits best comes first; between equals acts come before pages and those before what is found", () => {
  const found = [entry("record", "a", 0), entry("page", "b", 1), entry("organization", "c", 1), entry("page", "d", 2)];
  expect(inGroups(found).map(({ name, entries }) => [name, entries.map(({ title }) => title)])).toEqual([
    ["record", ["a"]],
    ["page", ["b", "d"]],
    ["organization", ["c"]],
  ]);
});

test("a group shows no more than six", () => {
  const many = Array.from({ length: 9 }, (_, i) => entry("word", `${i}`, 2));
  expect(inGroups(many)[0]?.entries).toHaveLength(6);
});

test("what the browser knows is found by either language, pinyin and initials", () => {
  const { group, key, title, note, href } = entry("page", "工作台", 0);
  const known: Known = { group, key, title, note, href, names: ["工作台", "Workbench", "gongzuotai", "gzt"] };
  const ranks = ["gzt", "work", "作台", "x"].map((asked) => knownThatFit([known], [asked])[0]?.rank);
  expect(ranks).toEqual([0, 1, 2, undefined]);
});
