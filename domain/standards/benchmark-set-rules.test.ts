import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { expect, test } from "vitest";
import { benchmarkPartsRefusal, mostBenchmarkItems, setsInYear } from "./benchmark-set-rules.ts";
import { benchmarkSet } from "./benchmark-things.ts";

const item = (code: string, zh = code) => ({ code, name: { zh, en: zh } });
const part = (code: string, ...items: ReturnType<typeof item>[]) => ({ code, name: item(code).name, items });
const five = benchmarkSet.parse({
  code: "five",
  name: item("five").name,
  rules: ["RES-04"],
  example: true,
  fits: "branch",
  parts: [part("life", item("meetings"))],
});

test("a group's own parts hold from their year on, and earlier years keep what they had", () => {
  const own = [
    { setCode: "five", fromYear: 2025, parts: [part("life", item("a"))] },
    { setCode: "five", fromYear: 2027, parts: [part("life", item("b"))] },
    { setCode: "six", fromYear: 2020, parts: [part("life", item("c"))] },
  ];
  const found = [2024, 2025, 2026, 2027].map((year) => setsInYear([five], own, year)[0]);
  expect(found.map((set) => [set?.parts[0]?.items[0]?.code, set?.example])).toEqual([
    ["meetings", true],
    ["a", false],
    ["a", false],
    ["b", false],
  ]);
});

test("a code or an item that stands twice, and more items than anybody looks at, are refused", () => {
  const codeOf = (...parts: Parameters<typeof benchmarkPartsRefusal>[0]) => {
    const refusal = benchmarkPartsRefusal(parts);
    return isRefusal(refusal) ? refusal.code : null;
  };
  expect(codeOf(part("life", item("a"), item("b")))).toBeNull();
  expect(codeOf(part("life", item("a")), part("work", item("a", "other")))).toBe("benchmark.code_twice");
  expect(codeOf(part("life", item("a")), part("life", item("b")))).toBe("benchmark.code_twice");
  expect(codeOf(part("life", item("a", "按期开展")), part("work", item("b", "按期开展")))).toBe("benchmark.item_twice");
  const many = Array.from({ length: mostBenchmarkItems + 1 }, (_, index) => item(`i${index}`));
  expect(codeOf(part("life", ...many))).toBe("benchmark.too_many_items");
});
