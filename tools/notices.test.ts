import { expect, test } from "vitest";
import { noticesText } from "./notices.ts";
import { readRepositoryFile } from "./source-files.ts";

/** Copyright lines come from what is installed here; package, version and licence from the lock file. */
const withoutCopyright = (text: string) => text.replaceAll(/^(\| .+? \| .+? \| .+? \|).*$/gm, "$1");

test("the notices list every package of the lock file (node bin/run.mjs tools/write-notices.ts writes them)", () => {
  const written = noticesText();
  expect(written.match(/^\| (?!package|-)/gm)?.length).toBeGreaterThan(100);
  expect(withoutCopyright(readRepositoryFile("THIRD-PARTY-NOTICES.md"))).toBe(withoutCopyright(written));
});

test("no package comes under a licence that asks to publish what is built with it", () => {
  const licences = noticesText().match(/^\| (?!package).+? \| \S+ \| ([^|]+) \|/gm) ?? [];
  expect(licences.length).toBeGreaterThan(100);
  // Where a package leaves the choice, the permissive licence is taken.
  const asking = licences.filter((line) => !/\bMIT OR /.test(line));
  expect(asking.filter((line) => /\b(?:A?GPL|SSPL|BUSL|see package)/.test(line))).toEqual([]);
});

test("the licence is the whole Apache License 2.0", () => {
  const licence = readRepositoryFile("LICENSE");
  expect(licence).toContain("Version 2.0, January 2004");
  expect(licence).toContain("9. Accepting Warranty or Additional Liability.");
  expect(licence).toContain("END OF TERMS AND CONDITIONS");
});
