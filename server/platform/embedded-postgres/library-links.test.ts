import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeLibraryLinks, missingLibraryLinks } from "./library-links.ts";

let native: string;
beforeEach(() => {
  native = join(mkdtempSync(join(tmpdir(), "dutyloop-links-")), "native");
  mkdirSync(join(native, "lib"), { recursive: true });
  writeFileSync(join(native, "lib", "libpq.so.5.18"), "library");
  const link = (name: string) => ({ source: "native/lib/libpq.so.5.18", target: `native/lib/${name}` });
  writeFileSync(join(native, "pg-symlinks.json"), JSON.stringify([link("libpq.so"), link("libpq.so.5")]));
});
afterEach(() => rmSync(join(native, ".."), { recursive: true }));

test("the links that the package lists are made, and lead to the library", () => {
  makeLibraryLinks(native);
  expect(readFileSync(join(native, "lib", "libpq.so.5"), "utf8")).toBe("library");
  expect(missingLibraryLinks(native)).toEqual([]);
});

test("links that are there already are left alone", () => {
  symlinkSync("libpq.so.5.18", join(native, "lib", "libpq.so"));
  expect(missingLibraryLinks(native).map(({ at }) => at)).toEqual([join(native, "lib", "libpq.so.5")]);
  makeLibraryLinks(native);
  makeLibraryLinks(native);
  expect(missingLibraryLinks(native)).toEqual([]);
});
