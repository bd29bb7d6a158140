import { expect, test } from "vitest";
import { type CountedFacts, evidenceOfCounted, inTimeOf, isAnyLate } from "./counted-facts.ts";

const attributes = { template: "party_lesson" };
const attendance = { kind: "attendance", attributes, single: null } as const;
const answer = {
  kind: "judgement",
  attributes: {},
  quantity: "9",
  base: null,
  occurredOn: "2026-03-10",
  recordedAt: "2026-03-10T00:00:00.000Z",
} as const;

/** One attendance of 4 of 5 and one answer in time, and after the close the stornos of both and a better attendance. */
const counted: CountedFacts = {
  sums: [
    { ...attendance, late: false, count: 1, quantity: "4", base: "5" },
    { ...attendance, late: true, count: 0, quantity: "0.50", base: "0" },
    { ...attendance, attributes: { template: "theme_day" }, late: false, count: 0, quantity: "0", base: "0" },
  ],
  single: [
    { ...answer, id: "1", sign: 1, corrects: null, late: false },
    { ...answer, id: "2", sign: -1, corrects: "1", late: true },
  ],
};
const singles = new Set(["judgement"] as const);

test("a version holds what came in time, as if nothing had come later", () => {
  const inTime = inTimeOf(counted);
  expect(isAnyLate(inTime)).toBe(false);
  const evidence = evidenceOfCounted(inTime, singles);
  expect(evidence.map(({ kind, count, quantity }) => [kind, count, quantity])).toEqual([
    ["attendance", 1, "4"],
    ["judgement", 1, "9"],
  ]);
});

test("what came late is added to the same kind and attributes, and takes off what it reverses", () => {
  expect(isAnyLate(counted)).toBe(true);
  const evidence = evidenceOfCounted(counted, singles);
  expect(evidence.map(({ kind, count, quantity, base }) => [kind, count, quantity, base])).toEqual([
    ["attendance", 1, "4.5", "5"],
  ]);
});

test("a sum that a late storno empties counts no more", () => {
  const [sum] = counted.sums;
  const emptied = sum && { ...sum, late: true, count: -1, quantity: "-4", base: "-5" };
  expect(evidenceOfCounted({ sums: sum && emptied ? [sum, emptied] : [], single: [] }, singles)).toEqual([]);
});
