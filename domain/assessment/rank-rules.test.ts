import { expect, test } from "vitest";
import { postedIn } from "./posting-rules.ts";
import { ranks } from "./rank-rules.ts";

const row = (organizationId: string, total: string | null, coverage = "100.00") => ({
  organizationId,
  total,
  coverage,
});

test("equal totals share the better rank and the next is skipped: 1, 2, 2, 4", () => {
  const result = ranks([row("d", "80.00"), row("b", "90.00"), row("a", "92.42"), row("c", "90")], "80");
  expect(Object.fromEntries(result)).toEqual({ a: 1, b: 2, c: 2, d: 4 });
});

test("totals rank as numbers, not as texts", () => {
  expect(Object.fromEntries(ranks([row("a", "100.00"), row("b", "99.00"), row("c", "9.50")], "80"))).toEqual({
    a: 1,
    b: 2,
    c: 3,
  });
});

test("without a total or below the threshold an organisation is shown without rank", () => {
  const result = ranks([row("a", null), row("b", "99.00", "79.99"), row("c", "50.00", "80.00")], "80");
  expect(Object.fromEntries(result)).toEqual({ a: null, b: null, c: 1 });
});

test("a fact is booked in the month it counts in, or in the first open month after it", () => {
  expect(postedIn("2026-03-31", new Set())).toBe("2026-03");
  expect(postedIn("2026-03-31", new Set(["2026-03"]))).toBe("2026-04");
  expect(postedIn("2025-11-02", new Set(["2025-11", "2025-12", "2026-01"]))).toBe("2026-02");
  expect(postedIn("2026-03-31", new Set(["2026-02", "2026-04"]))).toBe("2026-03");
});
