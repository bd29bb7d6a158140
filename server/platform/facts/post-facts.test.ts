import type { Month } from "@dutyloop/domain/kernel/plain-date.ts";
import { expect, test } from "vitest";
import { bookingOf, type Posting } from "./post-facts.ts";

const posting = (held: readonly Month[], closed: readonly Month[] = []): Posting => ({
  actor: { tenantId: 1, accountId: "0197aaaa-0000-7000-8000-000000000000", personId: null, grants: [] },
  closedMonths: new Set(closed),
  heldMonths: new Set(held),
  nextClosing: 7,
  now: new Date("2026-04-07T00:00:00Z"),
});

test("a fact is booked in its own month, and in the first open one after it once that has closed", () => {
  expect(bookingOf(posting(["2026-03"]), "2026-03-12", null)).toEqual({ posted_in: "2026-03-01", closing: 7 });
  const closed = posting(["2026-03", "2026-04", "2026-05"], ["2026-03", "2026-04"]);
  expect(bookingOf(closed, "2026-03-12", null)).toEqual({ posted_in: "2026-05-01", closing: 7 });
});

test("an upheld dispute books into the version in publicity", () => {
  const into = { month: "2026-03", closing: 3 } as const;
  const closed = posting(["2026-03"], ["2026-03"]);
  expect(bookingOf(closed, "2026-03-12", into)).toEqual({ posted_in: "2026-03-01", closing: 3 });
});

test("nothing is booked where somebody could close the books meanwhile", () => {
  expect(() => bookingOf(posting([]), "2026-03-12", null)).toThrow("counts in 2026-03");
  expect(() => bookingOf(posting([]), "2026-03-12", { month: "2026-03", closing: 3 })).toThrow("counts in 2026-03");
  expect(() => bookingOf(posting(["2026-03"], ["2026-03"]), "2026-03-12", null)).toThrow("booked in 2026-04");
});
