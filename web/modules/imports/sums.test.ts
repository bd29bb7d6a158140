import { expect, test } from "vitest";
import { sumOf } from "./sums.ts";

test("what an import adds and changes is counted over all sheets", () => {
  const sheets = [
    { added: 2, changed: 0 },
    { added: 1, changed: 3 },
  ];
  expect(sumOf(sheets)).toEqual({ added: 3, changed: 3 });
  expect(sumOf([])).toEqual({ added: 0, changed: 0 });
});
