import { expect, test } from "vitest";
import { readingOrder, weightOf } from "./score-tree.ts";

const line = (code: string, parent: string | null, kind: "leaf" | "node" = "leaf") => ({ code, parent, kind });

test("parts stand under their node, and the total under all of them", () => {
  const lines = [
    line("total", null, "node"),
    line("work", "total", "node"),
    line("meetings", "work"),
    line("survey", "total"),
    line("bonus", null, "node"),
    line("honour", "bonus"),
  ];
  expect(readingOrder(lines).map(({ line: { code }, depth }) => `${depth} ${code}`)).toEqual([
    "0 work",
    "1 meetings",
    "0 survey",
    "0 total",
    "0 bonus",
    "1 honour",
  ]);
});

test("a weight is told where the node above weighs and counts the line", () => {
  const lines = [
    { code: "total", arithmetic: { form: "weighted", counted: [{ code: "work", weight: "60" }] } },
    { code: "work", arithmetic: { form: "sum", counted: [] } },
  ];
  expect(weightOf(lines, { code: "work", parent: "total" })).toBe("60");
  expect(weightOf(lines, { code: "survey", parent: "total" })).toBeNull();
  expect(weightOf(lines, { code: "meetings", parent: "work" })).toBeNull();
});
