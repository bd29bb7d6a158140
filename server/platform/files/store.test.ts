import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openFileStore } from "./store.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "dutyloop-files-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const filesIn = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

test("the same content is kept once, under its SHA-256, whoever sends it and how often", async () => {
  const store = openFileStore(folder);
  const bytes = Buffer.from("a photograph");
  const ids = await Promise.all([store.keep(bytes), store.keep(bytes), openFileStore(folder).keep(bytes)]);
  const id = createHash("sha256").update(bytes).digest("hex");
  expect(new Set(ids)).toEqual(new Set([id]));
  expect(await filesIn()).toEqual([id]);
  expect(await store.read(id)).toEqual(bytes);
});

test("a file that was changed on the disk is noticed, and one that is missing too", async () => {
  const store = openFileStore(folder);
  const id = await store.keep(Buffer.from("a photograph"));
  expect(await store.holds(id)).toBe(true);
  await writeFile(join(folder, id.slice(0, 2), id.slice(2, 4), id), "a pnotograph");
  expect(await store.holds(id)).toBe(false);
  expect(await store.holds("0".repeat(64))).toBe(false);
});

test("what a crash left half written is written anew", async () => {
  const store = openFileStore(folder);
  const bytes = Buffer.from("a photograph");
  const id = await store.keep(bytes);
  await writeFile(join(folder, id.slice(0, 2), id.slice(2, 4), id), "a pho");
  expect(await store.keep(bytes)).toBe(id);
  expect(await store.holds(id)).toBe(true);
});
