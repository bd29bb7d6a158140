import { expect, test } from "vitest";
import { hasControlCharacters } from "../kernel/text-rules.ts";
import { cleanText } from "./clean-text.ts";

const breaks = String.fromCodePoint(0x0b, 0x0c);
const fields = String.fromCodePoint(0x13, 0x14, 0x15);

test("minutes pasted from Word keep their lines and lose what nobody sees", () => {
  expect(cleanText(`一\r\n二\r三${breaks[0]}四${breaks[1]}五`)).toBe("一\n二\n三\n四\n五");
  expect(cleanText(`\uFEFF目${fields[0]}录${fields[1]}\u00AD第${fields[2]}\u200B页`)).toBe("目录第页");
});

test("blanks that are seen, line breaks and tabs stay", () => {
  const text = "姓名\u00A0张三\u3000\t支书\n";
  expect(cleanText(text)).toBe(text);
});

test("ten thousand characters from Word are taken afterwards, a real control character still isn't", () => {
  const pasted = `${"学习".repeat(5_000)}${breaks}${fields}`;
  expect(hasControlCharacters(pasted)).toBe(true);
  expect(hasControlCharacters(cleanText(pasted))).toBe(false);
  expect(hasControlCharacters(cleanText("\u0000\u202E"))).toBe(true);
});

test("cleaning twice changes nothing more", () => {
  const text = `a\r\n\u200B\r${breaks}b`;
  expect(cleanText(cleanText(text))).toBe(cleanText(text));
});
