import { expect, test } from "vitest";
import { inSections, type OwedItem, sectionOf } from "./sections.ts";

test("a duty stands under overdue, today, this week or later", () => {
  const wednesday = "2026-03-18";
  expect(sectionOf("2026-03-17", wednesday)).toBe("overdue");
  expect(sectionOf("2026-03-18", wednesday)).toBe("dueToday");
  expect(sectionOf("2026-03-22", wednesday)).toBe("week");
  expect(sectionOf("2026-03-23", wednesday)).toBe("later");
  expect(sectionOf("2026-03-23", "2026-03-22")).toBe("later");
});

test("the nearest deadline comes first and empty headings are left out", () => {
  const owed = (id: string, dueOn: string) => ({ id, dueOn }) as OwedItem;
  const sections = inSections([owed("b", "2026-03-31"), owed("a", "2026-03-16")], "2026-03-18");
  expect(sections.map(({ name, items }) => [name, items[0]?.id])).toEqual([
    ["overdue", "a"],
    ["later", "b"],
  ]);
});
