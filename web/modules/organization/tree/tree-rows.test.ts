import { expect, test } from "vitest";
import { actOfKey } from "./tree-keys.ts";
import { type Level, nodeFrom, parentRow, type TreeNode, treeRows, typedRow, withPage } from "./tree-rows.ts";

const node = (id: string, hasChildren = false): TreeNode => ({
  id,
  parentId: null,
  kind: "BRANCH",
  class: null,
  code: `code-${id}`,
  name: id,
  path: "1.",
  validFrom: "2026-01-01",
  validTo: null,
  restriction: null,
  members: 0,
  branches: 0,
  findings: 0,
  hasChildren,
});
const level = (items: TreeNode[], over: Partial<Level> = {}): Level => ({ items, next: null, state: "ready", ...over });
const levels = new Map([
  ["", level([node("top", true)])],
  ["top", level([node("east", true), node("west", true)])],
  ["east", level([node("branch")], { next: "1.2." })],
]);
const shown = (open: string[]) => treeRows(levels, new Set(open));
const keys = (open: string[]) => shown(open).map(({ key, depth }) => `${depth} ${key}`);

test("only what lies below open organisations is shown, indented by its depth", () => {
  expect(keys([])).toEqual(["0 top"]);
  expect(keys(["top"])).toEqual(["0 top", "1 east", "1 west"]);
  expect(keys(["east"])).toEqual(["0 top"]);
});

test("after children that haven't all come yet a row says that there are more", () => {
  expect(keys(["top", "east"])).toEqual(["0 top", "1 east", "2 branch", "2 more east", "1 west"]);
});

test("each tells its place among its neighbours, and how many they are once all are known", () => {
  const places = shown(["top", "east"]).flatMap((row) => (row.kind === "node" ? [[row.position, row.size]] : []));
  expect(places).toEqual([
    [1, 1],
    [1, 2],
    [1, -1],
    [2, 2],
  ]);
});

test("an open one whose children weren't asked for yet shows nothing below", () => {
  expect(keys(["top", "west"])).toEqual(["0 top", "1 east", "1 west"]);
});

test("moving steps over rows that are no organisations, and to the parent", () => {
  const rows = shown(["top", "east"]);
  expect([nodeFrom(rows, 3, 1), nodeFrom(rows, 3, -1), nodeFrom(rows, 5, 1)]).toEqual([4, 2, -1]);
  expect([parentRow(rows, 2), parentRow(rows, 4), parentRow(rows, 0)]).toEqual([1, 0, -1]);
});

test("letters find the next name or code that begins with them, around the end, and stay while a word goes on", () => {
  const rows = shown(["top", "east"]);
  expect([typedRow(rows, 0, "w"), typedRow(rows, 4, "w"), typedRow(rows, 4, "we"), typedRow(rows, 4, "E")]).toEqual([
    4, 4, 4, 1,
  ]);
  expect([typedRow(rows, 4, "code-b"), typedRow(rows, 0, "x")]).toEqual([2, -1]);
});

test.each([
  ["ArrowDown", 2, { to: 4 }],
  ["ArrowUp", 4, { to: 2 }],
  ["ArrowDown", 4, { to: -1 }],
  ["Home", 4, { to: 0 }],
  ["End", 0, { to: 4 }],
  ["PageDown", 0, { to: 4 }],
  ["PageUp", 4, { to: 0 }],
  ["ArrowRight", 1, { to: 2 }],
  ["ArrowRight", 4, { key: "west", open: true }],
  ["ArrowRight", 2, { to: 2 }],
  ["ArrowLeft", 1, { key: "east", open: false }],
  ["ArrowLeft", 2, { to: 1 }],
  ["Enter", 2, { show: "branch" }],
  [" ", 2, { show: "branch" }],
  ["a", 2, null],
  ["ArrowDown", -1, { to: 0 }],
])("%s on row %i: %o", (key, at, act) => {
  expect(actOfKey(key, shown(["top", "east"]), at)).toEqual(act);
});

test("a page that comes twice, or after the level was read anew, is not added again", () => {
  const first = withPage(level([node("old")], { state: "loading" }), null, [node("a")], "1.1.");
  expect(first).toEqual(level([node("a")], { next: "1.1." }));
  const second = withPage(first, "1.1.", [node("b")], "1.2.");
  expect(second.items.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(withPage({ ...second, state: "loading" }, "1.1.", [node("b")], "1.2.")).toEqual(second);
});
