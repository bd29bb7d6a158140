import { expect, test } from "vitest";
import { periodStarts } from "./period-starts.ts";

test.each([
  ["month", "2026-11-22", ["2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01"]],
  ["quarter", "2026-11-22", ["2026-10-01", "2027-01-01", "2027-04-01", "2027-07-01"]],
  ["half_year", "2026-06-30", ["2026-01-01", "2026-07-01", "2027-01-01", "2027-07-01"]],
  ["year", "2026-01-01", ["2026-01-01", "2027-01-01", "2028-01-01", "2029-01-01"]],
])("a scheme of a %s begins on the first day of its periods", (cadence, today, starts) =>
  expect(periodStarts(cadence, today)).toEqual(starts),
);
