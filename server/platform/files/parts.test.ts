import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openPartStore, type PartStore } from "./parts.ts";

const id = "0197aaaa-0000-7000-8000-000000000001";
let folder: string;
let parts: PartStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "dutyloop-parts-"));
  parts = openPartStore(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("pieces stand where they belong, also those that were written twice, after a restart", async () => {
  await parts.write(id, 0, Buffer.from("one "));
  await parts.write(id, 4, Buffer.from("half"));
  await openPartStore(folder).write(id, 4, Buffer.from("two!"));
  expect((await parts.read(id)).toString()).toBe("one two!");
  expect(await parts.digest(id)).toBe(createHash("sha256").update("one two!").digest("hex"));
});

test("a part that isn't there has no digest, and a name that isn't an id is no part", async () => {
  expect(await parts.digest(id)).toBeNull();
  await expect(parts.write("../../keys", 0, Buffer.from("x"))).rejects.toThrow("UUID");
});

test("what is locked away is no part any more, and is gone once it is erased", async () => {
  await parts.write(id, 0, Buffer.from("secret"));
  await parts.lockAway(id);
  expect(await parts.digest(id)).toBeNull();
  const [held = ""] = await readdir(join(folder, "quarantine"));
  expect((await readFile(join(folder, "quarantine", held))).toString()).toBe("secret");
  await parts.erase(id);
  await parts.erase(id);
  expect(await readdir(join(folder, "quarantine"))).toEqual([]);
});

test("parts that nothing was added to for long are removed, the others stay", async () => {
  await parts.removeOlderThan(new Date());
  await parts.write(id, 0, Buffer.from("x"));
  await parts.removeOlderThan(new Date(Date.now() - 60_000));
  expect(await parts.digest(id)).not.toBeNull();
  await parts.removeOlderThan(new Date(Date.now() + 60_000));
  expect(await parts.digest(id)).toBeNull();
});
