import { expect, test } from "vitest";
import { type Change, isConcerned } from "./concerned.ts";

const change = (over: Partial<Change> = {}): Change => ({
  topic: "duties",
  organizations: ["top", "branch"],
  month: "2026-03",
  ...over,
});
const workbench = (organizationId: string, period = "2026-03") =>
  ["getWorkbench", { params: { organizationId }, query: { period } }] as const;

test.each([
  ["the organisation that changed", workbench("branch"), change(), true],
  ["one above it", workbench("top"), change(), true],
  ["one beside it", workbench("beside"), change(), false],
  ["anything, where the change has no place", workbench("beside"), change({ organizations: null }), true],
  ["a list in pages", ["listObligations", "pages", { params: { organizationId: "branch" } }], change(), true],
  ["a list of another place", ["listObligations", "pages", { params: { organizationId: "x" } }], change(), false],
  ["a thing by its number", ["getObligation", { params: { obligationId: "o" } }], change(), true],
  ["one's own list", ["listMyDuties", {}], change(), true],
  ["a form that is being filled in", ["getRecordForm", { params: { organizationId: "branch" } }], change(), false],
  ["what another topic shows", ["listImports", "pages", { params: { organizationId: "branch" } }], change(), false],
  [
    "the quarter that holds the month",
    ["getBoard", { query: { period: "2026-Q1" } }],
    change({ topic: "scores" }),
    true,
  ],
  ["another year", workbench("branch", "2025-03"), change(), false],
  ["another year, where no month is said", workbench("branch", "2025-03"), change({ month: null }), true],
  ["who is signed in", ["session"], change({ organizations: null }), false],
])("a change is asked for again: %s", (_what, key, told, expected) => {
  expect(isConcerned(key, told)).toBe(expected);
});
