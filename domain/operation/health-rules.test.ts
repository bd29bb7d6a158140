import { describe, expect, test } from "vitest";
import { judgeHealth } from "./health-rules.ts";
import { type HealthSigns, healthChecks } from "./health-things.ts";
import { soundSigns } from "./sound-signs.ts";

const found = (change: Partial<HealthSigns>) => judgeHealth({ ...soundSigns, ...change });
const stateOf = (check: string, change: Partial<HealthSigns>) =>
  found(change).find((finding) => finding.check === check)?.state;

test("a sound installation is good in everything, in the order of the list", () => {
  expect(found({}).map(({ check, state }) => [check, state])).toEqual(healthChecks.map((check) => [check, "good"]));
});

test("what is wrong stands first, the worst before what can wait", () => {
  const findings = found({ backupDays: null, keys: "missing", scores: { waiting: 9, oldestSeconds: 61 } });
  expect(findings.slice(0, 4).map(({ check, state }) => `${check} ${state}`)).toEqual([
    "keys bad",
    "scores warn",
    "backup warn",
    "database good",
  ]);
});

describe("each sign by itself", () => {
  const database = { version: "17", durable: true, milliseconds: 1 };
  const loop = { name: "scores", beatSeconds: 1, silentSeconds: 0, failures: 0 };
  const gigabyte = 1e9;
  test.each<[string, Partial<HealthSigns>, string]>([
    ["database", { database: { ...database, durable: false } }, "bad"],
    ["database", { database: { ...database, milliseconds: 250 } }, "warn"],
    ["database", { database: { ...database, milliseconds: 2000 } }, "bad"],
    ["wall", { wallMissing: ["record"] }, "bad"],
    ["keys", { keys: "open" }, "bad"],
    ["encryption", { reached: "plain" }, "bad"],
    ["encryption", { reached: "this_machine" }, "good"],
    ["loops", { loops: null }, "good"],
    ["loops", { loops: [] }, "bad"],
    ["loops", { loops: [{ ...loop, failures: 1 }] }, "bad"],
    ["loops", { loops: [{ ...loop, silentSeconds: 601 }] }, "good"],
    ["loops", { loops: [{ ...loop, silentSeconds: 602 }] }, "warn"],
    ["scores", { scores: { waiting: 1, oldestSeconds: 600 } }, "bad"],
    ["counts", { counts: { waiting: 1, oldestSeconds: 60 } }, "warn"],
    ["seals", { seals: { waiting: 1, oldestSeconds: 9 } }, "good"],
    ["seals", { seals: { waiting: 1, oldestSeconds: 10 } }, "warn"],
    ["seals", { seals: { waiting: 1, oldestSeconds: 120 } }, "bad"],
    ["anchors", { anchors: { uncovered: 5, hours: 1, outside: true } }, "good"],
    ["anchors", { anchors: { uncovered: 0, hours: 1, outside: false } }, "bad"],
    ["anchors", { anchors: { uncovered: 5, hours: 2, outside: true } }, "warn"],
    ["anchors", { anchors: { uncovered: 5, hours: 25, outside: true } }, "bad"],
    ["anchors", { anchors: { uncovered: 0, hours: 900, outside: true } }, "good"],
    ["disk", { disk: { freeBytes: 15 * gigabyte, totalBytes: 100 * gigabyte } }, "good"],
    ["disk", { disk: { freeBytes: 14 * gigabyte, totalBytes: 100 * gigabyte } }, "warn"],
    ["disk", { disk: { freeBytes: 4 * gigabyte, totalBytes: 100 * gigabyte } }, "bad"],
    ["backup", { backupDays: null }, "warn"],
    ["backup", { backupDays: 1 }, "good"],
    ["backup", { backupDays: 2 }, "warn"],
    ["backup", { backupDays: 8 }, "bad"],
  ])("%s", (check, change, state) => expect(stateOf(check, change)).toBe(state));
});
