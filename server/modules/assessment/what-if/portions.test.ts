import { expect, test } from "vitest";
import { isInRange, portionsOf, rangeCondition } from "./portions.ts";

const periods = ["2026-01-01", "2026-02-01"].map((from) => ({
  ...{ span: "month", from, to: from, state: "open", version: 1, closing: null },
})) as Parameters<typeof portionsOf>[0];
const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index).padStart(8, "0"));

test("a few organisations are read period by period", () => {
  expect(portionsOf(periods, ids(4000)).map((portion) => portion.ids)).toEqual([
    { after: null, upTo: null },
    { after: null, upTo: null },
  ]);
});

test("of many the first period is divided, and each organisation is in exactly one part of it", () => {
  const all = ids(4001);
  const [first, rest, second] = portionsOf(periods, all.toReversed());
  expect([first, rest, second].map((portion) => portion?.period.from)).toEqual([
    "2026-01-01",
    "2026-01-01",
    "2026-02-01",
  ]);
  const inFirst = all.filter((id) => isInRange(first!.ids, id));
  const inRest = all.filter((id) => isInRange(rest!.ids, id));
  expect([inFirst.length, inRest.length]).toEqual([2000, 2001]);
  expect([...inFirst, ...inRest]).toEqual(all);
});

test("as a condition it has its bounds", () => {
  expect(rangeCondition({ after: null, upTo: null })).toBe("");
  expect(rangeCondition({ after: "a", upTo: "b" })).toBe(" AND organization_id > 'a' AND organization_id <= 'b'");
});
