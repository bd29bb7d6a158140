import { expect, test } from "vitest";
import { quoted } from "./paper-foot.ts";

test("a text ends nowhere inside the quotes that CSS puts around it", () => {
  expect(quoted("王专责 打印 · http://a/board?class=生产类")).toBe('"王专责 打印 · http://a/board?class=生产类"');
  expect(quoted('a"; } b\\c\nd')).toBe('"a\\22 ; } b\\5c c\\a d"');
});
