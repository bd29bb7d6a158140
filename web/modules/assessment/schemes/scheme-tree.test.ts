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
    ["total", 0, "weighted", null, "100"],
    ["value", 1, "sum", "60", null],
    ["tasks", 2, "leaf", null, "70"],
    ["safety", 2, "leaf", null, "30"],
    ["monthly", 1, "leaf", "40", "100"],
    ["bonus", 0, "bonus", null, "5"],
    ["honours", 1, "leaf", null, "5"],
  ]);
  expect(schemeLines(body)[2]?.open).toEqual({ from: "60", to: "80" });
});

test("each line says where it is written, and which item of its list it is", () => {
  const places = schemeLines(body).map(({ path, item }) => [path.join("."), item?.join(".") ?? null]);
  expect(places).toEqual([
    ["root", null],
    ["root.children.0.node", "root.children.0"],
    ["root.children.0.node.children.0", "root.children.0.node.children.0"],
    ["root.children.0.node.children.1", "root.children.0.node.children.1"],
    ["root.children.1.node", "root.children.1"],
    ["bonuses.0", "bonuses.0"],
    ["bonuses.0.leaves.0", "bonuses.0.leaves.0"],
  ]);
});

test.each([
  [{}, 1],
  [{ root: null, bonuses: "x", grades: 3 }, 1],
  [{ root: { kind: "weighted", children: [null, { weight: 60 }, 5] } }, 4],
  [{ root: { kind: "sum", children: [{ kind: "leaf", fullMarks: 40, open: "x" }] }, bonuses: [null] }, 3],
])("what is half written still reads: %j", (written, lines) => {
  expect(schemeLines(written)).toHaveLength(lines);
  expect(schemeRules(written).grades).toEqual([]);
});

test("what a version leaves out has the library's value", () => {
  expect(schemeRules(body)).toMatchObject({ lateFactor: "0.5", coverageThreshold: "80", places: 2, vetoes: [] });
  expect(schemeRules(body).grades).toEqual([{ code: "good", name: { zh: "好", en: "Good" }, atLeast: "90" }]);
});
