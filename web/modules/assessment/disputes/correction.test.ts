import { expect, test } from "vitest";
import {
  contentOf,
  correctionOf,
  isEmpty,
  noEdits,
  type Pattern,
  withAddition,
  withAdditionChanged,
  withoutAddition,
  withReversal,
} from "./correction.ts";

const fact: Pattern = {
  id: "f-1",
  kind: "obligation.discharged",
  subjectId: "g-2",
  occurredOn: "2026-03-20",
  countsOn: "2026-03-31",
  quantity: "1",
  base: null,
  attributes: { timeliness: "late" },
};

test("a fact is taken back, and left standing again", () => {
  const once = withReversal(noEdits, fact, null);
  expect(correctionOf(once).reversals).toEqual([{ factId: "f-1", change: null }]);
  expect(isEmpty(withReversal(once, fact, undefined))).toBe(true);
});

test("of a changed fact only what differs is sent", () => {
  const instead = { ...contentOf(fact), attributes: { timeliness: "on_time" } };
  expect(correctionOf(withReversal(withReversal(noEdits, fact, null), fact, instead))).toEqual({
    reversals: [{ factId: "f-1", change: { attributes: { timeliness: "on_time" } } }],
    additions: [],
  });
  expect(fact.attributes).toEqual({ timeliness: "late" });
});

test("a missing fact starts like another, can be changed and dropped", () => {
  const twice = withAddition(withAddition(noEdits, fact), fact);
  const changed = withAdditionChanged(twice, 2, { kind: "obligation.due", quantity: "2" });
  expect(correctionOf(changed).additions).toMatchObject([
    { kind: "obligation.discharged", quantity: "1", subjectId: "g-2" },
    { kind: "obligation.due", quantity: "2", countsOn: "2026-03-31" },
  ]);
  expect(correctionOf(withoutAddition(changed, 1)).additions).toHaveLength(1);
});
