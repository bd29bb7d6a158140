import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countPlaywright, countVitest, settle } from "./test-stages.ts";

const vitestReport = (passed: number, total: number, broken = 0) =>
  JSON.stringify({
    numTotalTests: total,
    numPassedTests: passed,
    testResults: Array.from({ length: broken }, () => ({ status: "failed", assertionResults: [] })),
  });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dutyloop-report-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a run can't look greener than it is", () => {
  test("a skipped test counts as failed", () => {
    expect(countVitest(vitestReport(8, 9))).toEqual({ passed: 8, failed: 1 });
    const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 2 };
    expect(countPlaywright(JSON.stringify({ stats, errors: [] }))).toEqual({ passed: 4, failed: 3 });
  });

  test("a test file that doesn't load counts as failed", () => {
    expect(countVitest(vitestReport(8, 8, 1))).toEqual({ passed: 8, failed: 1 });
  });

  test("no report, no test, or a runner that ends badly is a failure", () => {
    const report = join(folder, "report.json");
    expect(settle(0, report, countVitest)).toEqual({ passed: 0, failed: 1 });
    writeFileSync(report, vitestReport(0, 0));
    expect(settle(0, report, countVitest)).toEqual({ passed: 0, failed: 1 });
    writeFileSync(report, vitestReport(5, 5));
    expect(settle(1, report, countVitest)).toEqual({ passed: 5, failed: 1 });
    expect(settle(0, report, countVitest)).toEqual({ passed: 5, failed: 0 });
  });
});
