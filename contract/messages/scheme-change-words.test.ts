import type { SchemeChange } from "@dutyloop/domain/assessment/definitions/scheme-diff.ts";
import { expect, test } from "vitest";
import { wordSchemeChange } from "./scheme-change-words.ts";

const change = (changes: Partial<SchemeChange>): SchemeChange => ({
  of: "leaf",
  code: "attendance",
  change: "changed",
  property: "fullMarks",
  from: "30",
  to: "40",
  ...changes,
});

test.each<[Partial<SchemeChange>, string, string]>([
  [{}, "指标 attendance：满分 30 → 40", "Indicator attendance: full marks 30 → 40"],
  [
    { of: "node", code: "value", property: "weight", from: null },
    "节点 value：权重 无 → 40",
    "Node value: weight none → 40",
  ],
  [
    { of: "parameter", code: "tieBreakers", property: null, from: "a", to: "" },
    "同分比较顺序：a → 无",
    "tie-breakers: a → none",
  ],
  [
    { change: "added", property: null, from: null, to: "5" },
    "指标 attendance：新增（5）",
    "Indicator attendance: added (5)",
  ],
  [
    { of: "veto", code: "accident", change: "removed", property: null, from: null, to: null },
    "一票否决 accident：删除",
    "Veto accident: removed",
  ],
  [
    { of: "grade", code: "good", property: "later", to: null },
    "等次 good：later 30 → 无",
    "Grade good: later 30 → none",
  ],
])("a change reads as a line in both languages: %o", (changes, zh, en) => {
  expect(wordSchemeChange("zh", change(changes))).toBe(zh);
  expect(wordSchemeChange("en", change(changes))).toBe(en);
});
