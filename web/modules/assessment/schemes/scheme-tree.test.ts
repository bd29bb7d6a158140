import { expect, test } from "vitest";
import { schemeLines, schemeRules } from "./scheme-tree.ts";

const leaf = (indicator: string, fullMarks: string, open: object | null = null) => ({
  kind: "leaf",
  indicator,
  version: 1,
  fullMarks,
  open,
});
const body = {
  root: {
    kind: "weighted",
    code: "total",
    name: { zh: "合计", en: "Total" },
    children: [
      {
        weight: "60",
        node: {
          kind: "sum",
          code: "value",
          name: { zh: "价值创造", en: "Value" },
          children: [leaf("tasks", "70", { from: "60", to: "80" }), leaf("safety", "30")],
        },
      },
      { weight: "40", node: leaf("monthly", "100") },
    ],
  },
  bonuses: [{ code: "bonus", name: { zh: "加分", en: "Bonus" }, ceiling: "5", leaves: [leaf("honours", "5")] }],
  grades: [{ code: "good", name: { zh: "好", en: "Good" }, atLeast: "90" }],
  proportions: [{ grade: "good", atMost: "0.3" }],
};

test("a scheme reads as an indented list with weights and full marks, extras after the tree", () => {
  expect(
    schemeLines(body).map(({ code, depth, kind, weight, fullMarks }) => [code, depth, kind, weight, fullMarks]),
  ).toEqual([
    ["total", 0, "node", null, "100"],
    ["value", 1, "node", "60", null],
    ["tasks", 2, "leaf", null, "70"],
    ["safety", 2, "leaf", null, "30"],
    ["monthly", 1, "leaf", "40", "100"],
    ["bonus", 0, "bonus", null, "5"],
    ["honours", 1, "leaf", null, "5"],
  ]);
  expect(schemeLines(body)[2]?.open).toEqual({ from: "60", to: "80" });
});

test("what a version leaves out has the library's value", () => {
  expect(schemeRules(body)).toMatchObject({ lateFactor: "0.5", coverageThreshold: "80", places: 2, vetoes: [] });
  expect(schemeRules(body).grades).toEqual([{ code: "good", name: { zh: "好", en: "Good" }, atLeast: "90" }]);
});
