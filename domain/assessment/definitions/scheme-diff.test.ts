import { describe, expect, test } from "vitest";
import { leaf, monthlyScheme } from "../scoring/testing.ts";
import { type SchemeBody, schemeBody } from "./scheme.ts";
import { diffSchemes } from "./scheme-diff.ts";

const name = { zh: "名称", en: "Name" };
const sum = (code: string, ...children: object[]) => ({ kind: "sum", code, name, children });
const tree = (...weights: [string, object][]) => ({
  kind: "weighted",
  code: "parts",
  name,
  children: weights.map(([weight, node]) => ({ weight, node })),
});
const scheme = (changes: object): SchemeBody => schemeBody.parse({ ...monthlyScheme(), ...changes });
const grade = (code: string, atLeast: string) => ({ code, name, atLeast });
const veto = (code: string, atLeast: number, total = "60") => ({
  code,
  name,
  when: { kind: "metric", conditions: [], atLeast },
  effect: { caps: "total", total },
});

const capped = (to: string) => ({ ...veto("leak", 1), effect: { caps: "grade", grade: to } });

/** The changes from one scheme to another, short. */
const between = (a: object, b: object) =>
  diffSchemes(scheme(a), scheme(b)).map(({ of, code, change, property, from, to }) =>
    [of, code, property ?? change, from ?? "–", to ?? "–"].join(" | "),
  );
const one = { root: sum("r", leaf("a", "40"), leaf("b", "60")) };

test("a scheme doesn't differ from itself, nor by the number of its version", () => {
  expect(between(one, one)).toEqual([]);
  expect(between({ ...one, version: 1 }, { ...one, version: 2 })).toEqual([]);
});

describe("lines", () => {
  test("a leaf that came, one that went, and another order of the others", () => {
    expect(between(one, { root: sum("r", leaf("b", "60"), leaf("c", "40")) })).toEqual([
      "leaf | a | removed | 40 | –",
      "leaf | c | added | – | 40",
    ]);
    expect(between(one, { root: sum("r", leaf("b", "60"), leaf("a", "40")) })).toEqual([
      "node | r | order | a, b | b, a",
    ]);
  });

  test("full marks, version and what is left open", () => {
    const changed = { ...leaf("a", "50"), version: 2, open: { from: "40", to: "60" } };
    expect(between(one, { root: sum("r", changed, leaf("b", "60")) })).toEqual([
      "leaf | a | fullMarks | 40 | 50",
      "leaf | a | version | 1 | 2",
      "leaf | a | open | – | 40–60",
    ]);
    expect(between(one, { root: { ...one.root, open: { additional: "10" } } })).toEqual(["node | r | open | – | 10"]);
  });

  test("weights, a move to another node, a node's name and kind", () => {
    const before = tree(["60", sum("x", leaf("a", "1"), leaf("c", "1"))], ["40", sum("y", leaf("b", "1"))]);
    const after = tree(
      ["70", sum("x", leaf("a", "1"))],
      ["30", { ...sum("y", leaf("b", "1"), leaf("c", "1")), name: { zh: "新", en: "New" } }],
    );
    expect(between({ root: before }, { root: after })).toEqual([
      "leaf | c | parent | x | y",
      "node | x | weight | 60 | 70",
      "node | y | name | 名称 / Name | 新 / New",
      "node | y | weight | 40 | 30",
    ]);
    expect(between({ root: tree(["100", leaf("a", "1")]) }, { root: { ...sum("parts", leaf("a", "1")) } })).toEqual([
      "leaf | a | weight | 100 | –",
      "node | parts | kind | weighted | sum",
    ]);
  });

  test("bonus and deduction nodes with their ceilings", () => {
    const extra = (ceiling: string) => [{ code: "extra", name, ceiling, leaves: [leaf("c", "5")] }];
    expect(between({ ...one, bonuses: extra("5") }, { ...one, bonuses: extra("8") })).toEqual([
      "node | extra | ceiling | 5 | 8",
    ]);
    expect(between({ ...one, bonuses: extra("5") }, { ...one, deductions: extra("5") })).toEqual([
      "node | extra | kind | bonus | deduction",
    ]);
    expect(between(one, { ...one, bonuses: extra("5") })).toEqual([
      "leaf | c | added | – | 5",
      "node | extra | added | – | –",
    ]);
  });
});

test("grades, shares and vetoes", () => {
  const before = {
    ...one,
    grades: [grade("good", "90"), grade("fair", "60")],
    proportions: [{ grade: "good", atMost: "30" }],
    vetoes: [veto("accident", 1), veto("fire", 1), capped("fair")],
  };
  const after = {
    ...one,
    grades: [grade("good", "85"), { ...grade("poor", "0"), name: { zh: "差", en: "Poor" } }],
    proportions: [{ grade: "good", atMost: "25" }],
    vetoes: [veto("accident", 2), veto("fire", 1, "50"), capped("poor")],
  };
  expect(between(before, after)).toEqual([
    "grade | good | atLeast | 90 | 85",
    "grade | fair | removed | 60 | –",
    "grade | poor | added | – | 0",
    'veto | accident | when | {"atLeast":1,"conditions":[],"kind":"metric"} | {"atLeast":2,"conditions":[],"kind":"metric"}',
    "veto | fire | effect | total 60 | total 50",
    "veto | leak | effect | grade fair | grade poor",
    "proportion | good | atMost | 30 | 25",
  ]);
});

test("every parameter", () => {
  const changed = {
    ...one,
    name: { zh: "新", en: "New" },
    subject: "person",
    cadence: "year",
    validFrom: "2026-07",
    appliesTo: { kinds: ["COMMITTEE", "OFFICE_COMMITTEE"], classes: ["机关", "生产"] },
    places: 3,
    lateFactor: "0.4",
    coverageThreshold: "70",
    range: { floor: "10", ceiling: "110" },
    tieBreakers: ["a", "b"],
  };
  expect(between({ ...one, appliesTo: { kinds: ["BRANCH"], classes: [] } }, changed)).toEqual([
    "parameter | name | changed | scheme / scheme | 新 / New",
    "parameter | subject | changed | organization | person",
    "parameter | cadence | changed | month | year",
    "parameter | validFrom | changed | – | 2026-07",
    "parameter | kinds | changed | BRANCH | COMMITTEE, OFFICE_COMMITTEE",
    "parameter | classes | changed |  | 机关, 生产",
    "parameter | places | changed | 2 | 3",
    "parameter | lateFactor | changed | 0.5 | 0.4",
    "parameter | coverageThreshold | changed | 80 | 70",
    "parameter | floor | changed | 0 | 10",
    "parameter | ceiling | changed | 100 | 110",
    "parameter | tieBreakers | changed |  | a, b",
  ]);
});
