import { describe, expect, test } from "vitest";
import { readShape } from "../validation/validation-shape.ts";
import { schemeBody } from "./scheme.ts";

const name = { zh: "名称", en: "Name" };
const leaf = (changes: object = {}) => ({
  kind: "leaf",
  indicator: "outage",
  version: 1,
  fullMarks: "100",
  ...changes,
});
const sum = (changes: object = {}) => ({ kind: "sum", code: "month", name, children: [leaf()], ...changes });
/** As little as a scheme can be written with. */
const least = { code: "monthly", version: 1, name, root: sum() };
const text = (length: number) => "x".repeat(length);
const weighted = (...children: object[]) => ({ ...least, root: { kind: "weighted", code: "parts", name, children } });
const extra = (changes: object = {}) => [
  { code: "extra", name, ceiling: "5", leaves: [leaf({ indicator: "honours" })], ...changes },
];
const veto = (when: object = {}, effect: object = { caps: "total", total: "60" }) => ({
  ...least,
  vetoes: [{ code: "accident", name, when: { kind: "metric", atLeast: 1, ...when }, effect }],
});
const applies = (appliesTo: object) => ({ ...least, appliesTo });

/** What keeps a scheme from being read, as `path: code`; empty where it is read. */
const problemsOf = (body: object): string[] => {
  const read = readShape(schemeBody, body);
  return Array.isArray(read) ? read.map(({ path, code }) => `${path}: ${code.replace("definition.", "")}`) : [];
};

describe("what isn't written of a scheme is filled in", () => {
  test("monthly, of branches of every class, two places, a late one half, ranked from 80 % coverage, 0 to 100", () => {
    expect(schemeBody.parse(least)).toEqual({
      ...least,
      subject: "organization",
      cadence: "month",
      validFrom: null,
      appliesTo: { kinds: ["BRANCH", "PROJECT_BRANCH", "TEMP_BRANCH", "JOINT_BRANCH"], classes: [] },
      adapts: null,
      places: 2,
      lateFactor: "0.5",
      coverageThreshold: "80",
      range: { floor: "0", ceiling: "100" },
      root: { ...sum(), open: null, children: [leaf({ open: null })] },
      bonuses: [],
      deductions: [],
      vetoes: [],
      grades: [],
      proportions: [],
      tieBreakers: [],
    });
  });

  test("all classes of the kinds it names, and every fact of a veto's kind", () => {
    expect(schemeBody.parse(applies({ kinds: ["COMMITTEE"] })).appliesTo).toEqual({
      kinds: ["COMMITTEE"],
      classes: [],
    });
    expect(schemeBody.parse(veto()).vetoes[0]?.when).toEqual({ kind: "metric", conditions: [], atLeast: 1 });
  });
});

describe("how much and how little may be written", () => {
  test.each([
    ["a class of one letter and one of forty", applies({ kinds: ["BRANCH"], classes: ["x", text(40)] })],
    ["no decimals", { ...least, places: 0 }],
    ["six decimals", { ...least, places: 6 }],
    ["late ones count nothing", { ...least, lateFactor: "0" }],
    ["late ones count in full", { ...least, lateFactor: "1.0" }],
    ["the first version adapted", { ...least, version: 2, adapts: 1 }],
    ["a total below zero as cap", veto({}, { caps: "total", total: "-1" })],
    ["a weighted tree", weighted({ weight: "99.9", node: sum() }, { weight: "0.1", node: leaf({ indicator: "b" }) })],
    [
      "a leaf and a node that leave something open",
      { ...least, root: sum({ children: [openLeaf()], open: openMarks() }) },
    ],
  ])("%s", (_, body) => expect(problemsOf(body)).toEqual([]));

  test.each([
    ["version zero", { ...least, version: 0 }, "version: field_too_small"],
    [
      "version zero of an indicator",
      { ...least, root: sum({ children: [leaf({ version: 0 })] }) },
      "root.children[0].version: field_too_small",
    ],
    [
      "something more in a leaf",
      { ...least, root: sum({ children: [leaf({ colour: "red" })] }) },
      "root.children[0].colour: field_unknown",
    ],
    [
      "an open leaf from zero on",
      { ...least, root: sum({ children: [openLeaf("0")] }) },
      "root.children[0].open.from: not_above_zero",
    ],
    [
      "an open leaf without an end",
      { ...least, root: sum({ children: [leaf({ open: { from: "1" } })] }) },
      "root.children[0].open.to: field_missing",
    ],
    ["a node without children", { ...least, root: sum({ children: [] }) }, "root.children: field_too_small"],
    [
      "a node open for no marks",
      { ...least, root: sum({ open: openMarks("0") }) },
      "root.open.additional: not_above_zero",
    ],
    ["something more in a node", { ...least, root: sum({ colour: "red" }) }, "root.colour: field_unknown"],
    ["a leaf as root", { ...least, root: leaf() }, "root.kind: field_format"],
    [
      "a weighted node in a sum",
      { ...least, root: sum({ children: [weighted({ weight: "100", node: leaf() }).root] }) },
      "root.children[0].kind: field_format",
    ],
    [
      "a weight of nothing",
      weighted({ weight: "0", node: leaf() }, { weight: "100", node: leaf({ indicator: "b" }) }),
      "root.children[0].weight: not_above_zero",
    ],
    [
      "something more beside a weight",
      weighted({ weight: "100", node: leaf(), colour: "red" }),
      "root.children[0].colour: field_unknown",
    ],
    ["an extra of no points", { ...least, bonuses: extra({ ceiling: "0" }) }, "bonuses[0].ceiling: not_above_zero"],
    [
      "an extra without leaves",
      { ...least, deductions: extra({ leaves: [] }) },
      "deductions[0].leaves: field_too_small",
    ],
    ["an extra below weights", { ...least, bonuses: extra({ weight: "1" }) }, "bonuses[0].weight: field_unknown"],
    ["a veto of no fact", veto({ atLeast: 0 }), "vetoes[0].when.atLeast: field_too_small"],
    ["a veto of half a fact", veto({ atLeast: 0.5 }), "vetoes[0].when.atLeast: field_type"],
    ["a veto of nothing", veto({ kind: undefined }), "vetoes[0].when.kind: field_missing"],
    ["a veto with a span", veto({ months: 3 }), "vetoes[0].when.months: field_unknown"],
    ["a veto that caps something else", veto({}, { caps: "rank" }), "vetoes[0].effect.caps: field_format"],
    ["a veto to no grade", veto({}, { caps: "grade" }), "vetoes[0].effect.grade: field_missing"],
    ["a veto to no total", veto({}, { caps: "total" }), "vetoes[0].effect.total: field_missing"],
    ["a grade without a bound", { ...least, grades: [{ code: "good", name }] }, "grades[0].atLeast: field_missing"],
    ["a share without a grade", { ...least, proportions: [{ atMost: "1" }] }, "proportions[0].grade: field_missing"],
    ["nobody to score", applies({ kinds: [] }), "appliesTo.kinds: field_too_small"],
    ["a kind of organisation nobody knows", applies({ kinds: ["CLUB"] }), "appliesTo.kinds[0]: field_value"],
    ["an empty class", applies({ kinds: ["BRANCH"], classes: [""] }), "appliesTo.classes[0]: field_too_small"],
    [
      "a class of 41 letters",
      applies({ kinds: ["BRANCH"], classes: [text(41)] }),
      "appliesTo.classes[0]: field_too_big",
    ],
    ["an adaptation of version zero", { ...least, adapts: 0 }, "adapts: field_too_small"],
    ["seven decimals", { ...least, places: 7 }, "places: field_too_big"],
    ["a late factor below nothing", { ...least, lateFactor: "-0.1" }, "lateFactor: late_factor_range"],
    ["a late factor a little above one", { ...least, lateFactor: "1.00000001" }, "lateFactor: late_factor_range"],
    ["a range of one figure", { ...least, range: { floor: "5", ceiling: "5.0" } }, "range: range_upside_down"],
    ["half a range", { ...least, range: { floor: "5" } }, "range.ceiling: field_missing"],
    ["a subject nobody knows", { ...least, subject: "group" }, "subject: field_value"],
  ])("not %s", (_, body, found) => expect(problemsOf(body)).toEqual([found]));

  test("not a weighted node without children, whose weights make nothing either", () => {
    expect(problemsOf(weighted())).toEqual(["root.children: field_too_small", "root.children: weights_sum"]);
  });
});

function openLeaf(from = "50") {
  return leaf({ open: { from, to: "150" } });
}

function openMarks(additional = "10") {
  return { additional };
}
