import { expect, test } from "vitest";
import { readRepositoryFile } from "./source-files.ts";
import { spellingsText } from "./spellings.ts";

test("every page, act and explained word has its pinyin", () => {
  expect(readRepositoryFile("web/app/palette/spellings.ts")).toBe(spellingsText());
});
