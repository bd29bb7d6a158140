import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isAlive, processMark, takeLock, tryLock } from "./process-lock.mjs";

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dutyloop-lock-"));
  lock = join(folder, "lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The mark of a process that has ended. */
function deadMark(): string {
  const code = "import('./bin/process-lock.mjs').then((lock) => process.stdout.write(lock.processMark()))";
  return spawnSync(process.execPath, ["-e", code], { encoding: "utf8" }).stdout;
}

test("only one holds the lock; released, the next gets it", () => {
  const release = tryLock(lock);
  expect(release).toBeDefined();
  expect(tryLock(lock)).toBeUndefined();
  release?.();
  expect(tryLock(lock)).toBeDefined();
});

test("a dead process's lock is taken over and leaves nothing behind", () => {
  const mark = deadMark();
  expect(mark).toMatch(/^\d+/);
  expect(isAlive(mark)).toBe(false);
  writeFileSync(lock, mark);
  expect(tryLock(lock)).toBeDefined();
  expect(readdirSync(folder)).toEqual(["lock"]);
});

test.runIf(process.platform === "linux")("a later process with the same number isn't taken for the owner", () => {
  writeFileSync(lock, `${process.pid} 1`);
  expect(tryLock(lock)).toBeDefined();
});

test("a lock whose owner died while writing its name is taken over after a moment, not at once", () => {
  writeFileSync(lock, "");
  expect(tryLock(lock)).toBeUndefined();
  const longAgo = Date.now() / 1000 - 60;
  utimesSync(lock, longAgo, longAgo);
  expect(tryLock(lock)).toBeDefined();
});

test("who waits is told once and gets it when it is free", async () => {
  const release = tryLock(lock);
  let told = 0;
  const waiting = takeLock(lock, {
    waitMs: 10_000,
    onWait: () => {
      told += 1;
      release?.();
    },
  });
  expect(await waiting).toBeDefined();
  expect(told).toBe(1);
});

test("who waits in vain gets nothing and breaks nothing", async () => {
  writeFileSync(lock, processMark());
  expect(await takeLock(lock, { waitMs: 0 })).toBeUndefined();
  expect(existsSync(lock)).toBe(true);
});
