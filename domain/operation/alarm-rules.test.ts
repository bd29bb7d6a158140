import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { alarmRefusal, bulkExportRows, isBulkExport, lacksPurpose } from "./alarm-rules.ts";

type Rule = { id: string; p: Record<string, unknown> };
const rules = JSON.parse(readFileSync(join(import.meta.dirname, "../rules/rules.json"), "utf8")) as Rule[];
const rowCounts = fc.integer({ min: 0, max: 20_000 });

test("what is told of is what the rule says", () => {
  expect(rules.find(({ id }) => id === "SEC-22")?.p.bulk_export_rows).toBe(bulkExportRows);
  expect([bulkExportRows, bulkExportRows + 1].map(isBulkExport)).toEqual([false, true]);
});

test("more rows never need less: once told of, always told of, and so with the purpose", () => {
  fc.assert(
    fc.property(rowCounts, rowCounts, fc.constantFrom("D1", "D2", "D3", "D4"), (one, other, dataClass) => {
      const [fewer, more] = [Math.min(one, other), Math.max(one, other)];
      expect(isBulkExport(fewer) && !isBulkExport(more)).toBe(false);
      expect(lacksPurpose(fewer, dataClass, null) && !lacksPurpose(more, dataClass, null)).toBe(false);
    }),
  );
});

test("a purpose is asked for personal data in bulk, and only there", () => {
  const asked = (["D1", "D2", "D3", "D4"] as const).filter((dataClass) => lacksPurpose(501, dataClass, null));
  expect(asked).toEqual(["D3", "D4"]);
  expect(lacksPurpose(500, "D3", null)).toBe(false);
  expect(lacksPurpose(501, "D3", "党员年度统计")).toBe(false);
});

test("an alarm is settled once, and never by who set it off", () => {
  expect(alarmRefusal({ accountId: "a", handled: false }, "b")).toBeNull();
  expect(alarmRefusal({ accountId: "a", handled: false }, "a")).toBe("alarm.own");
  expect(alarmRefusal({ accountId: "a", handled: true }, "b")).toBe("alarm.handled_already");
});
