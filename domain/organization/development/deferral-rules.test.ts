import { describe, expect, test } from "vitest";
import { decideDeferral, mayDefer } from "./deferral-rules.ts";
import { standingDate } from "./probation-rules.ts";
import { caseBefore } from "./testing.ts";

const today = "2026-12-01";
const arrived = "2026-06-01";
const decided = (over: object = {}, each = caseBefore(21)) => {
  const until = decideDeferral(each, { on: "2026-10-08", months: 3, transferredInOn: arrived, ...over }, today);
  return typeof until === "string" ? until : until.code.replace("development.", "");
};

describe("the discussion of a transferred probationary member", () => {
  test("is put off by whole months from the end of probation, six at most", () => {
    expect([1, 3, 6].map((months) => decided({ months }))).toEqual(["2026-11-10", "2027-01-10", "2027-04-10"]);
    expect([0, 7, 1.5].map((months) => decided({ months }))).toEqual(Array(3).fill("member.deferral_months"));
  });

  test("counts from the extended probation where that was extended", () => {
    expect(decided({ months: 2 }, caseBefore(21, { extensionMonths: 6 }))).toBe("2027-06-10");
  });

  test("is put off only of somebody transferred in, by the branch he came to, and not on a day to come", () => {
    expect(decided({ transferredInOn: null })).toBe("member.deferral_without_transfer");
    expect(decided({ on: "2026-05-31" })).toBe("deferred_before_transfer");
    expect(decided({ on: arrived })).toBe("2027-01-10");
    expect(decided({ on: "2026-12-02" })).toBe("date_in_future");
  });

  test("is put off once, in probation, before it has taken place", () => {
    expect(decided({}, caseBefore(21, { deferredMonths: 2 }))).toBe("deferred_before");
    expect(decided({}, caseBefore(24))).toBe("discussed_before");
    expect(decided({}, caseBefore(17))).toBe("not_on_probation");
    expect(decided({}, caseBefore(15))).toBe("not_on_probation");
  });

  test("is offered exactly where it can be put off", () => {
    expect(mayDefer(caseBefore(21), arrived, today)).toBe(true);
    expect(mayDefer(caseBefore(21), null, today)).toBe(false);
    expect(mayDefer(caseBefore(21, { deferredMonths: 1 }), arrived, today)).toBe(false);
    expect(mayDefer(caseBefore(24), arrived, today)).toBe(false);
  });

  test("doesn't move the day from which the standing counts", () => {
    expect(standingDate(caseBefore(25, { deferredMonths: 5 }))).toBe("2026-10-10");
  });
});
