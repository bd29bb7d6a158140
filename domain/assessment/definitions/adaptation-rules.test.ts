import { describe, expect, test } from "vitest";
import { leaf, metricOf, monthlyScheme } from "../scoring/testing.ts";
import { validateDefinitions } from "../validation/validation.ts";
import { commonLeaves } from "./adaptation-rules.ts";
import { type SchemeBody, schemeBody } from "./scheme.ts";

const name = { zh: "名称", en: "Name" };
const codes = ["a", "b", "c", "d", "e"];
const indicators = codes.flatMap((code) => [metricOf(code), { ...metricOf(code), version: 2 }]);
const children = [{ ...leaf("a", "40"), open: { from: "30", to: "50" } }, leaf("b", "60")];
const sum = { kind: "sum", code: "r", name, children, open: { additional: "10" } };
const scheme = (changes: object): SchemeBody => schemeBody.parse({ ...monthlyScheme(), root: sum, ...changes });
const base = scheme({});
const adapted = (changes: object, version = 2, adapts = 1) => scheme({ version, adapts, ...changes });
const root = (...leaves: object[]) => ({ root: { ...sum, children: leaves } });
const [openLeaf, closedLeaf] = children as [object, object];

const problemsOf = (body: SchemeBody, schemes: readonly SchemeBody[] = [base]) =>
  validateDefinitions([{ file: "a", kind: "scheme", body }], { indicators, schemes }).map(({ path, code, values }) => [
    `${path}: ${code}`,
    values,
  ]);

describe("an organisation below may adapt what the scheme leaves open", () => {
  test("nothing, full marks inside their bounds, and leaves of its own up to the open marks", () => {
    expect(problemsOf(adapted({}))).toEqual([]);
    for (const fullMarks of ["30", "50"])
      expect(problemsOf(adapted(root({ ...openLeaf, fullMarks }, closedLeaf)))).toEqual([]);
    expect(problemsOf(adapted(root(leaf("c", "4"), openLeaf, closedLeaf, leaf("d", "6"))))).toEqual([]);
  });

  test.each([
    [
      "more full marks than open",
      root({ ...openLeaf, fullMarks: "50.01" }, closedLeaf),
      "root.children[0].fullMarks: definition.adapted_marks",
      { indicator: "a", from: "30", to: "50" },
    ],
    [
      "fewer full marks than open",
      root({ ...openLeaf, fullMarks: "29" }, closedLeaf),
      "root.children[0].fullMarks: definition.adapted_marks",
      { indicator: "a", from: "30", to: "50" },
    ],
    [
      "full marks that aren't open",
      root(openLeaf, { ...closedLeaf, fullMarks: "59" }),
      "root.children[1]: definition.adapted_closed",
      { what: "b.fullMarks" },
    ],
    [
      "another version of an indicator",
      root(openLeaf, { ...closedLeaf, version: 2 }),
      "root.children[1]: definition.adapted_closed",
      { what: "b.version" },
    ],
    ["a leaf left out", root(openLeaf), ": definition.adapted_closed", { what: "b" }],
    [
      "leaves beyond the open marks",
      root(openLeaf, closedLeaf, leaf("c", "6"), leaf("d", "4.5")),
      "root: definition.adapted_too_much",
      { node: "r", most: "10", added: "10.5" },
    ],
    [
      "a node of its own",
      root(openLeaf, closedLeaf, { ...sum, code: "own", open: null, children: [leaf("c", "1")] }),
      "root.children[2]: definition.adapted_closed",
      { what: "own" },
    ],
    [
      "wider bounds for those below it",
      root({ ...openLeaf, open: { from: "1", to: "99" } }, closedLeaf),
      "root.children[0]: definition.adapted_closed",
      { what: "a.open" },
    ],
    [
      "a bonus of its own",
      { bonuses: [{ code: "extra", name, ceiling: "5", leaves: [leaf("c", "5")] }] },
      "bonuses[0]: definition.adapted_closed",
      { what: "extra" },
    ],
    ["another late factor", { lateFactor: "0.4" }, ": definition.adapted_closed", { what: "lateFactor" }],
    ["another name", { name }, ": definition.adapted_closed", { what: "name" }],
    [
      "another circle of organisations",
      { appliesTo: { kinds: ["BRANCH"], classes: ["机关"] } },
      ": definition.adapted_closed",
      { what: "classes" },
    ],
  ])("but not %s", (_, changes, place, values) => expect(problemsOf(adapted(changes))).toContainEqual([place, values]));

  test("no leaf where no marks are open", () => {
    const closed = scheme({ root: { ...sum, open: null } });
    const more = adapted({ root: { ...sum, open: null, children: [openLeaf, closedLeaf, leaf("c", "1")] } });
    expect(problemsOf(more, [closed])).toEqual([["root.children[2]: definition.adapted_closed", { what: "c" }]]);
  });

  test("no leaf of its own below weights or in a bonus, which leave no marks open", () => {
    const extra = (...leaves: object[]) => [{ code: "extra", name, ceiling: "5", leaves }];
    const tree = (...more: object[]) => ({
      kind: "weighted",
      code: "parts",
      name,
      children: [{ weight: more.length === 0 ? "100" : "50", node: sum }, ...more],
    });
    const whole = scheme({ root: tree(), bonuses: extra(leaf("c", "5")) });
    const own = { root: tree({ weight: "50", node: leaf("d", "1") }), bonuses: extra(leaf("c", "5"), leaf("e", "1")) };
    expect(problemsOf(adapted(own), [whole])).toEqual([
      ["root.children[0].node: definition.adapted_closed", { what: "r.weight" }],
      ["root.children[1].node: definition.adapted_closed", { what: "d" }],
      ["bonuses[0].leaves[1]: definition.adapted_closed", { what: "e" }],
    ]);
    const tooMuch = { ...sum, children: [...children, leaf("d", "11")] };
    const deep = { root: { ...tree(), children: [{ weight: "100", node: tooMuch }] }, bonuses: extra(leaf("c", "5")) };
    expect(problemsOf(adapted(deep), [whole])).toEqual([
      ["root.children[0].node: definition.adapted_too_much", { node: "r", most: "10", added: "11" }],
    ]);
  });

  test("a version that isn't there, or isn't older, can't be adapted", () => {
    expect(problemsOf(adapted({}, 3, 2))).toEqual([
      ["adapts: definition.base_unknown", { code: "scheme", version: 2 }],
    ]);
    expect(problemsOf(adapted({}, 2, 2))).toEqual([
      ["adapts: definition.base_unknown", { code: "scheme", version: 2 }],
    ]);
  });

  test("an adaptation of an adaptation keeps to what the first scheme left open", () => {
    const first = adapted(root(openLeaf, closedLeaf, leaf("c", "8")));
    const second = adapted(root(openLeaf, closedLeaf, leaf("c", "8"), leaf("d", "8")), 3, 2);
    expect(problemsOf(second, [base, first])).toEqual([
      ["root: definition.adapted_too_much", { node: "r", most: "10", added: "16" }],
    ]);
  });
});

test("organisations under two adaptations are compared by the leaves that both have in the same version", () => {
  const one = adapted(root({ ...openLeaf, fullMarks: "30" }, closedLeaf, leaf("c", "5"), leaf("d", "5")));
  const other = adapted(
    root({ ...openLeaf, fullMarks: "50" }, closedLeaf, { ...leaf("c", "5"), version: 2 }, leaf("e", "5")),
    3,
  );
  expect(commonLeaves(one, other)).toEqual([
    { indicator: "a", version: 1, fullMarks: ["30", "50"] },
    { indicator: "b", version: 1, fullMarks: ["60", "60"] },
  ]);
});
