import type { OrganizationKind } from "@dutyloop/domain/organization/things.ts";
import { expect, test } from "vitest";
import { emptyLine, isWhole, linesForYear, sentLines, typedLine } from "./plan-lines.ts";

test("a line is whole with a work to do, and improving work with its direction", () => {
  expect(isWhole(emptyLine())).toBe(false);
  expect(isWhole({ ...emptyLine(), templateCode: "theme_day" })).toBe(true);
  expect(isWhole({ ...emptyLine(), templateCode: "theme_day", requirement: "improving" })).toBe(false);
});

test("a line that isn't touched is sent as it stands, one taken out isn't sent", () => {
  const stored = {
    id: "0197aaaa-0000-7000-8000-000000000001",
    templateCode: "theme_day",
    requirement: "basic",
    classes: ["A", "B"],
    kinds: ["BRANCH"],
    cadence: { every: "year", times: 2, due: "10-31" },
    direction: "",
    fromMonth: "2026-03",
    toMonth: null,
  } as const;
  const line = typedLine(shownLine(stored));
  expect(sentLines([line])).toEqual([stored]);
  expect(sentLines([{ ...line, out: true }])).toEqual([]);
});

test("last year's lines begin a new plan as new ones, in the months of its year, without those that were taken out", () => {
  const stored = {
    id: "0197aaaa-0000-7000-8000-000000000001",
    templateCode: "theme_day",
    requirement: "improving",
    classes: ["A"],
    kinds: [],
    cadence: null,
    direction: "更进一步",
    fromMonth: "2026-03",
    toMonth: "2026-11",
  } as const;
  const ended = { ...shownLine(stored), retiredAt: "2026-06-01T00:00:00Z" };
  const [line, ...more] = linesForYear([shownLine(stored), ended], 2027);
  expect(more).toEqual([]);
  const { id: _id, ...asked } = stored;
  expect(sentLines(line ? [line] : [])).toEqual([{ ...asked, fromMonth: "2027-03", toMonth: "2027-11" }]);
});

function shownLine<T extends { classes: readonly string[]; kinds: readonly OrganizationKind[] }>(stored: T) {
  const shown = { templateName: { zh: "", en: "" }, templateVersion: 1, every: "year", times: 2, retiredAt: null };
  const counts = { duties: 0, discharged: 0, overdue: 0, waived: 0 };
  return { ...stored, classes: [...stored.classes], kinds: [...stored.kinds], ...shown, ...counts };
}
