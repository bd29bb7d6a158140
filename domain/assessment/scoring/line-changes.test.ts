import { expect, test } from "vitest";
import { type ComparedLine, changesBetween } from "./line-changes.ts";

const line = (code: string, points: string | null, changes: Partial<ComparedLine> = {}): ComparedLine => ({
  code,
  version: 1,
  state: points === null ? "pending" : "scored",
  points,
  ...changes,
});
const side = (points: string | null, version = 1, state = points === null ? "pending" : "scored") => ({
  points,
  version,
  state,
});

test("lines that are alike don't appear; the others name points, version and whether they came or went", () => {
  const before = [
    line("same", "1.00"),
    line("less", "9.5"),
    line("gone", "3.00"),
    line("renewed", "4.00"),
    line("late", null),
  ];
  const after = [
    line("renewed", "4.00", { version: 2 }),
    line("same", "1.00"),
    line("less", "8.25"),
    line("new", "2.00"),
    line("late", "5.00"),
  ];
  expect(changesBetween(before, after)).toEqual([
    {
      code: "renewed",
      kind: "changed",
      before: side("4.00"),
      after: side("4.00", 2),
      difference: "0.00",
      versionChanged: true,
    },
    {
      code: "less",
      kind: "changed",
      before: side("9.5"),
      after: side("8.25"),
      difference: "-1.25",
      versionChanged: false,
    },
    { code: "new", kind: "added", before: null, after: side("2.00"), difference: null, versionChanged: false },
    { code: "late", kind: "changed", before: side(null), after: side("5.00"), difference: null, versionChanged: false },
    { code: "gone", kind: "removed", before: side("3.00"), after: null, difference: null, versionChanged: false },
  ]);
});

test("a changed state without points is a change, whole figures stay whole", () => {
  const settled = line("a", null, { state: "not_applicable" });
  expect(changesBetween([line("a", null)], [settled])).toMatchObject([{ code: "a", difference: null }]);
  expect(changesBetween([line("a", null)], [line("a", null)])).toEqual([]);
  expect(changesBetween([line("a", "3")], [line("a", "5")])).toMatchObject([{ difference: "2" }]);
  expect(changesBetween([line("a", "5.00")], [line("a", null)])).toMatchObject([{ difference: null }]);
});
