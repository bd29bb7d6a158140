import { expect, test } from "vitest";
import { kindOf, savedName, wordSize } from "./file-names.ts";

test("a paper is saved under what it is, its day and its theme, with the ending of its real kind", () => {
  expect(savedName("活动方案", "2026-03-10", "学习：安全/生产", "application/pdf")).toBe(
    "活动方案 2026-03-10 学习：安全-生产.pdf",
  );
  expect(savedName("签到", "2026-03-10", "", "application/x-unknown")).toBe("签到 2026-03-10");
  expect(kindOf(null)).toBeNull();
});

test.each([
  [1, "1 KB"],
  [1024, "1 KB"],
  [1025, "2 KB"],
  [3_400_000, "3.2 MB"],
])("%i bytes are %s", (bytes, words) => {
  expect(wordSize(bytes)).toBe(words);
});
