import { cleanText } from "@dutyloop/domain/fulfilment/clean-text.ts";
import { expect, test } from "vitest";
import { writtenIn } from "./minutes.ts";

test.each([
  [
    "ten thousand characters as Word writes them",
    `${"\ufeff"}${"会议\u000b\u00ad决定\u200b。\r\n".repeat(1250)}\u0013\u0015`,
  ],
  ["signs that take two units", "𠮷野家".repeat(3)],
  ["blanks that are seen", "一\u00a0二\u3000三 "],
])("%s are counted as the server counts them", (_, text) => {
  expect(writtenIn(text)).toBe([...cleanText(text)].length);
});

test("nothing is nothing", () => {
  expect(writtenIn("")).toBe(0);
});
