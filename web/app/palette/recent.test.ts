import { expect, test } from "vitest";
import { noteRecent, type Recent, readRecent } from "./recent.ts";

function store() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
}
const opened = (title: string, group: Recent["group"] = "page"): Recent => ({
  group,
  key: title,
  title,
  note: "",
  href: `/${title}`,
});

test("the latest six of each account stand there, each once, the last opened first", () => {
  const where = store();
  for (const title of ["a", "b", "c", "d", "e", "f", "g", "c"]) noteRecent("one", opened(title), where);
  expect(readRecent("one", where).map(({ title }) => title)).toEqual(["c", "g", "f", "e", "d", "b"]);
  expect(readRecent("two", where)).toEqual([]);
});

test("names of people don't stay on the device", () => {
  const where = store();
  noteRecent("one", opened("王小红", "person"), where);
  expect(where.kept.size).toBe(0);
});

test("a store that is full or unreadable stops nobody", () => {
  const broken = {
    getItem: () => "{",
    setItem: () => {
      throw new Error("full");
    },
  };
  noteRecent("one", opened("a"), broken);
  expect(readRecent("one", broken)).toEqual([]);
});
