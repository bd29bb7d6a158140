import { expect, test } from "vitest";
import { changedVersions } from "./install-templates.ts";

const entry = (code: string, version: number, checksum: string) => ({ body: { code, version }, checksum });

test("only what stands under the same code and version with another body is a change", () => {
  const standing = [
    { code: "theme_day", version: 1, checksum: "a" },
    { code: "theme_day", version: 2, checksum: "b" },
  ];
  expect(
    changedVersions([entry("theme_day", 2, "b"), entry("theme_day", 3, "c"), entry("new", 1, "d")], standing),
  ).toEqual([]);
  expect(changedVersions([entry("theme_day", 2, "other")], standing)).toEqual([{ code: "theme_day", version: 2 }]);
});
