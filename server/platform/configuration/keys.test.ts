import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadKeys } from "./index.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dutyloop-keys-"));
  file = join(folder, "data.keys.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the first use makes three different keys, for the owner's eyes alone, and later uses read the same", () => {
  const keys = loadKeys(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(new Set([keys.audit, keys.field, keys.session].map((key) => key.toString("hex"))).size).toBe(3);
  expect(keys.audit).toHaveLength(32);
  expect(loadKeys(file)).toEqual(keys);
});

test("a file that others can read is refused", () => {
  loadKeys(file);
  chmodSync(file, 0o640);
  expect(() => loadKeys(file)).toThrow(/mode 640/);
});

test("a damaged file is refused and left as it is", () => {
  writeFileSync(file, '{"audit":"AAAA"}', { mode: 0o600 });
  expect(() => loadKeys(file)).toThrow(/backup/);
  expect(readFileSync(file, "utf8")).toBe('{"audit":"AAAA"}');
});
