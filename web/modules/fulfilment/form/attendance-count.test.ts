import { expect, test } from "vitest";
import type { Mark } from "../draft.ts";
import { attendanceOf, countOf, marksOf, type Roster, rateOf, together } from "./attendance-count.ts";

const people = (count: number, exempt = 0) =>
  Array.from({ length: count + exempt }, (_, at) => ({ personId: `p${at}`, exempt: at >= count })) as Roster;
const present: Mark = { presence: "present", reason: "" };
const there = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at}`, present]));

test("12, 9 and 15 expected, 10, 9 and 12 there: each rate, and that of all", () => {
  const counts = [countOf(people(12), there(10)), countOf(people(9), there(9)), countOf(people(15), there(12))];
  expect(counts.map(rateOf)).toEqual(["83.33", "100.00", "80.00"]);
  expect(together(counts)).toEqual({ expected: 36, present: 31 });
  expect(rateOf(together(counts))).toBe("86.11");
});

test("who is left out of the rate counts on neither side, and nobody to count gives no rate", () => {
  expect(countOf(people(2, 1), there(3))).toEqual({ expected: 2, present: 2 });
  expect(rateOf(countOf(people(0, 1), there(1)))).toBeNull();
});

test("halves are rounded up, as the server does", () => {
  // 1 of 32 is 3.125, 2 of 3 is 66.666…
  expect([rateOf({ expected: 32, present: 1 }), rateOf({ expected: 3, present: 2 })]).toEqual(["3.13", "66.67"]);
});

test("nobody is there until somebody says so", () => {
  expect(countOf(people(3), {})).toEqual({ expected: 3, present: 0 });
});

test("marks go out with a reason or none, and come back the same", () => {
  const marks = { a: present, b: { presence: "leave", reason: " 出差 " } as Mark };
  const sent = attendanceOf(marks);
  expect(sent).toEqual([
    { personId: "a", presence: "present", reason: null },
    { personId: "b", presence: "leave", reason: "出差" },
  ]);
  expect(marksOf(sent)).toEqual({ a: present, b: { presence: "leave", reason: "出差" } });
});
