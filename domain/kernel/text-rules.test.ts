import { expect, test } from "vitest";
import { hasControlCharacters } from "./text-rules.ts";

test("line breaks, tabs and rare characters are text; controls, half characters and turned reading order aren't", () => {
  for (const text of ["第一行\n第二行\t三\r\n", "𠮷野", ""]) expect(hasControlCharacters(text)).toBe(false);
  for (const text of ["a\u0000b", "a\u000bb", "\ud800", "a\u202eb", "\u2066a"])
    expect(hasControlCharacters(text)).toBe(true);
});
