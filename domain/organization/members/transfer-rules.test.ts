import { describe, expect, test } from "vitest";
import { memberLimits } from "./member-limits.ts";
import {
  archiveFinding,
  correctionEnd,
  correctionFinding,
  deferredUntil,
  exemption,
  seesDispositions,
} from "./membership-rules.ts";
import {
  arrivalRefusal,
  awayFinding,
  contactFinding,
  letterRefusal,
  letterStanding,
  receiptRefusal,
  rejectionRefusal,
} from "./transfer-rules.ts";

describe("a transfer letter", () => {
  test.each([
    [0, true],
    [1, false],
    [30, false],
    [90, false],
    [91, true],
    [10.5, true],
  ])("for %d days is refused: %s", (days, refused) => {
    expect(letterRefusal(days)?.values.rule ?? null).toBe(refused ? "MEM-08" : null);
  });

  test("is valid for thirty days by default", () => {
    expect(memberLimits.letterDays).toBe(30);
  });

  const letter = { issuedOn: "2026-01-31", validDays: 30, acknowledgedOn: null };
  test.each([
    ["2026-01-31", "open", null],
    ["2026-03-01", "open", null],
    ["2026-03-02", "open", 30],
    ["2026-03-03", "expired", 30],
    ["2026-03-31", "expired", 30],
    ["2026-04-01", "expired", 60],
    ["2026-04-20", "expired", 60],
    ["2026-04-21", "expired", 80],
    ["2026-04-30", "expired", 80],
    ["2026-05-01", "expired", 90],
    ["2026-06-30", "expired", 90],
  ])("on %s is %s, warned of %s days, the source answering for the member", (today, state, warning) => {
    expect(letterStanding(letter, today)).toEqual({
      state,
      validUntil: "2026-03-02",
      responsible: "source",
      warning,
    });
  });

  test("hands the member over on the day it is acknowledged, not before", () => {
    const acknowledged = { ...letter, acknowledgedOn: "2026-02-10" };
    expect(letterStanding(acknowledged, "2026-02-09")).toMatchObject({ state: "open", responsible: "source" });
    expect(letterStanding(acknowledged, "2026-02-10")).toEqual({
      state: "acknowledged",
      validUntil: "2026-03-02",
      responsible: "target",
      warning: null,
    });
  });

  test("isn't turned down without a reason", () => {
    expect(rejectionRefusal("  ")).toMatchObject({ values: { rule: "MEM-07" }, field: "reason" });
    expect(rejectionRefusal("材料不全")).toBeNull();
  });
});

describe("somebody away", () => {
  test.each([
    ["2026-06-29", true, null],
    ["2026-06-30", true, "MEM-07"],
    ["2026-06-30", false, "MEM-09"],
    ["2026-06-29", false, null],
  ])("since 2025-12-31, on %s, in one place %s: %s", (today, onePlace, rule) => {
    expect(awayFinding({ awaySince: "2025-12-31", onePlace }, today)?.rule ?? null).toBe(rule);
  });

  test.each([
    [null, "2026-04-30", null],
    [null, "2026-05-01", "2026-04-30"],
    ["2026-03-15", "2026-06-15", null],
    ["2026-03-15", "2026-06-16", "2026-06-15"],
    ["2025-12-01", "2026-05-01", "2026-04-30"],
  ])("floating since 2026-01-31, last heard of %s, on %s is overdue since %s", (lastContactOn, today, due) => {
    const found = contactFinding({ floatingSince: "2026-01-31", lastContactOn }, today);
    expect(found?.values.due ?? null).toBe(due);
    if (due !== null) expect(found).toMatchObject({ rule: "MEM-09", strength: "design" });
  });
});

describe("who is treated differently", () => {
  test("retired, old and ill members leave the rates and keep a task of care", () => {
    for (const tag of ["RETIRED", "ELDERLY", "ILL"] as const) {
      expect(exemption(["ABROAD", tag])).toEqual({ outOfRates: true, careTask: true });
    }
    expect(exemption(["FLOATING", "ABROAD", "LOST"])).toEqual({ outOfRates: false, careTask: false });
    expect(exemption([])).toEqual({ outOfRates: false, careTask: false });
  });

  test("only discipline and organisation officers see dispositions", () => {
    const roles = ["discipline_officer", "organizer", "branch_secretary", "party_committee_leader", "supervisor"];
    expect(roles.filter(seesDispositions)).toEqual(["discipline_officer", "organizer"]);
  });

  test("a letter is acknowledged from the day it was issued until its last day, and not ahead", () => {
    const letter = { issuedOn: "2026-03-01", validDays: 30 };
    const code = (on: string, today = "2026-04-30") => receiptRefusal(letter, on, today)?.code ?? null;
    expect(["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"].map((on) => code(on))).toEqual([
      "transfer.before_letter",
      null,
      null,
      "transfer.letter_expired",
    ]);
    expect(code("2026-03-10", "2026-03-09")).toBe("transfer.in_future");
  });

  test("whoever comes from outside brings a letter that holds, and on probation the day of joining", () => {
    const letter = { issuedOn: "2026-03-01", validDays: 30, on: "2026-03-20" };
    const code = (over: object) =>
      arrivalRefusal({ ...letter, memberState: "FULL", joinedOn: null, ...over }, "2026-04-30")?.code ?? null;
    expect(code({})).toBeNull();
    expect(code({ memberState: "PROBATIONARY", joinedOn: "2026-01-10" })).toBeNull();
    expect(code({ memberState: "PROBATIONARY" })).toBe("transfer.joining_missing");
    expect(code({ joinedOn: "2026-03-01" })).toBeNull();
    expect(code({ joinedOn: "2026-03-02" })).toBe("transfer.joined_after_letter");
    expect(code({ validDays: 91 })).toBe("transfer.letter_days");
    expect(code({ on: "2026-04-01" })).toBe("transfer.letter_expired");
  });

  test("a member of whom somebody found no file at all is pointed out", () => {
    expect(archiveFinding("FULL", "NONE")).toMatchObject({ rule: "MEM-13", strength: "must" });
    for (const state of ["PROBATIONARY", "SUSPENDED", "CORRECTING"] as const)
      expect(archiveFinding(state, "NONE")).not.toBeNull();
    for (const file of ["PERSONNEL", "MEMBER", null] as const) expect(archiveFinding("FULL", file)).toBeNull();
  });

  test("of whoever is no member, or none any more, no file is asked", () => {
    for (const state of ["APPLICANT", "ACTIVIST", "CANDIDATE", "LEFT", "TRANSFERRED_OUT", "DECEASED"] as const)
      expect(archiveFinding(state, "NONE")).toBeNull();
  });

  test("a correction ends by the calendar and asks for a decision the day after", () => {
    expect(correctionEnd("2026-08-31", 6)).toBe("2027-02-28");
    expect(correctionFinding("2027-02-28", "2027-02-28")).toBeNull();
    expect(correctionFinding("2027-02-28", "2027-03-01")).toMatchObject({ rule: "MEM-05" });
  });

  test.each([
    [0, true, "member.deferral_months"],
    [1, true, "2026-09-30"],
    [6, true, "2027-02-28"],
    [7, true, "member.deferral_months"],
    [2.5, true, "member.deferral_months"],
    [3, false, "member.deferral_without_transfer"],
  ])("the discussion put off by %d months, transferred %s: %s", (months, transferredIn, expected) => {
    const until = deferredUntil({ probationEndsOn: "2026-08-31", months, transferredIn });
    expect(typeof until === "string" ? until : until.code).toBe(expected);
  });
});
