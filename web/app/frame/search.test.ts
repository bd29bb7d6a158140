import { expect, test } from "vitest";
import { parseSearch, readSearch, writeSearch } from "./search.ts";

test("an address keeps organisation and month as plain words", () => {
  expect(writeSearch({ org: "a-1", period: "2026-03", score: undefined })).toBe("?org=a-1&period=2026-03");
});

test("what was written is read back, and nothing else", () => {
  const search = { org: "a-1", period: "2026-03", line: "三会一课" };
  expect(readSearch(parseSearch(writeSearch(search)))).toEqual(search);
  expect(readSearch({ org: "", evil: "x", period: 3, score: "s".repeat(101) })).toEqual({});
});
