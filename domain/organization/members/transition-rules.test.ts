import { describe, expect, test } from "vitest";
import { stepRule } from "../basis-things.ts";
import { memberEvidence, memberTransitions } from "../member-things.ts";
import { type MemberState, memberStates } from "../things.ts";
import { decideTransition, type StateChange } from "./transition-rules.ts";

/** A change that every condition is met of, with every paper there is. */
const sound = (from: MemberState, to: MemberState, changes: Partial<StateChange> = {}): StateChange => ({
  from,
  to,
  on: "2026-06-30",
  since: "2020-01-01",
  evidence: memberEvidence,
  suspension: "LOST",
  awaySince: "2020-01-01",
  removal: "RELIGION",
  inactiveSince: "2020-01-01",
  correctionMonths: 6,
  endsOn: "2026-06-30",
  branchMeetingOn: "2026-05-20",
  approver: { kind: "COMMITTEE", authorised: false },
  ...changes,
});
const code = (change: StateChange) => {
  const decision = decideTransition(change);
  return "refused" in decision ? decision.code : null;
};

describe("the table of states", () => {
  const allowed: Partial<Record<MemberState, readonly MemberState[]>> = {
    APPLICANT: ["ACTIVIST", "TRANSFERRED_OUT", "DECEASED"],
    ACTIVIST: ["CANDIDATE", "APPLICANT", "TRANSFERRED_OUT", "DECEASED"],
    CANDIDATE: ["PROBATIONARY", "APPLICANT", "TRANSFERRED_OUT", "DECEASED"],
    PROBATIONARY: ["FULL", "CANCELLED", "TRANSFERRED_OUT", "DECEASED"],
    FULL: ["SUSPENDED", "CORRECTING", "REMOVED", "EXPELLED", "TRANSFERRED_OUT", "DECEASED"],
    SUSPENDED: ["FULL", "REMOVED", "EXPELLED", "TRANSFERRED_OUT", "DECEASED"],
    CORRECTING: ["FULL", "REMOVED", "EXPELLED", "TRANSFERRED_OUT", "DECEASED"],
    REMOVED: ["APPLICANT"],
    EXPELLED: ["APPLICANT"],
    CANCELLED: ["APPLICANT"],
    TRANSFERRED_OUT: ["ACTIVIST", "PROBATIONARY", "FULL"],
  };

  test.each(memberStates)("from %s exactly the right states are reached", (from) => {
    const reached = memberStates.filter((to) => code(sound(from, to)) === null);
    expect(reached.toSorted()).toEqual([...(allowed[from] ?? [])].toSorted());
    const others = memberStates.filter((to) => !reached.includes(to));
    expect(new Set(others.map((to) => code(sound(from, to))))).toEqual(new Set(["member.transition_unknown"]));
  });

  test.each(memberTransitions.flatMap(({ from, to, evidence }) => evidence.map((each) => [from, to, each] as const)))(
    "%s to %s isn't entered without %s",
    (from, to, missing) => {
      const evidence = memberEvidence.filter((each) => each !== missing);
      expect(decideTransition(sound(from, to, { evidence }))).toMatchObject({
        code: "member.evidence_missing",
        values: { evidence: missing },
        field: "evidence",
      });
    },
  );

  test("every change needs evidence and says its rule", () => {
    expect(memberTransitions.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
    expect(decideTransition(sound("APPLICANT", "ACTIVIST"))).toEqual({
      startsOn: "2026-06-30",
      rule: stepRule(3),
      strength: "must",
    });
    expect(decideTransition(sound("CANDIDATE", "APPLICANT"))).toMatchObject({ rule: "DEV-C4", strength: "design" });
  });

  test("no change before the state it leaves, nor on a day that doesn't exist", () => {
    expect(code(sound("FULL", "EXPELLED", { on: "2019-12-31" }))).toBe("member.date_invalid");
    expect(code(sound("FULL", "EXPELLED", { on: "2020-01-01" }))).toBeNull();
    expect(code(sound("FULL", "EXPELLED", { on: "2026-02-30" }))).toBe("member.date_invalid");
  });
});

describe("the figures of each rule", () => {
  test.each<[string, MemberState, MemberState, Partial<StateChange>, string | null]>([
    ["cultivated a day too short", "ACTIVIST", "CANDIDATE", { since: "2025-07-01" }, "member.cultivation_too_short"],
    ["cultivated twelve months", "ACTIVIST", "CANDIDATE", { since: "2025-06-30" }, null],
    ["probation a day to go", "PROBATIONARY", "FULL", { endsOn: "2026-07-01" }, "member.probation_not_over"],
    ["probation over", "PROBATIONARY", "FULL", { endsOn: "2026-06-30" }, null],
    ["probation of unknown end", "PROBATIONARY", "FULL", { endsOn: null }, "member.probation_unknown"],
    ["out of contact a day too short", "FULL", "SUSPENDED", { awaySince: "2026-01-01" }, "member.lost_too_short"],
    ["out of contact six months", "FULL", "SUSPENDED", { awaySince: "2025-12-30" }, null],
    ["out of contact since nobody knows when", "FULL", "SUSPENDED", { awaySince: null }, "member.away_since_missing"],
    ["suspended for nothing", "FULL", "SUSPENDED", { suspension: null }, "member.suspension_ground_missing"],
    [
      "abroad to study for exactly five years",
      "FULL",
      "SUSPENDED",
      { suspension: "STUDY_ABROAD", awaySince: "2021-06-30" },
      "member.abroad_too_short",
    ],
    [
      "abroad to study for more than five years",
      "FULL",
      "SUSPENDED",
      { suspension: "STUDY_ABROAD", awaySince: "2021-06-29" },
      null,
    ],
    [
      "abroad to study since nobody knows when",
      "FULL",
      "SUSPENDED",
      { suspension: "STUDY_ABROAD", awaySince: null },
      "member.away_since_missing",
    ],
    ["settled abroad", "FULL", "SUSPENDED", { suspension: "SETTLED_ABROAD", awaySince: null }, null],
    ["suspended a day too short", "SUSPENDED", "REMOVED", { since: "2024-07-01" }, "member.suspended_too_short"],
    ["suspended two years", "SUSPENDED", "REMOVED", { since: "2024-06-30" }, null],
    [
      "suspended because abroad",
      "SUSPENDED",
      "REMOVED",
      { suspension: "SETTLED_ABROAD" },
      "member.suspended_for_other_ground",
    ],
    ["corrected for no time", "FULL", "CORRECTING", { correctionMonths: null }, "member.correction_months"],
    ["corrected for no month", "FULL", "CORRECTING", { correctionMonths: 0 }, "member.correction_months"],
    ["corrected for half a month", "FULL", "CORRECTING", { correctionMonths: 1.5 }, "member.correction_months"],
    ["corrected for a month", "FULL", "CORRECTING", { correctionMonths: 1 }, null],
    ["corrected for a year", "FULL", "CORRECTING", { correctionMonths: 12 }, null],
    ["corrected for more than a year", "FULL", "CORRECTING", { correctionMonths: 13 }, "member.correction_months"],
    ["correction not over", "CORRECTING", "FULL", { endsOn: "2026-07-01" }, "member.correction_not_over"],
    ["correction of unknown end", "CORRECTING", "FULL", { endsOn: null }, "member.correction_not_over"],
    ["correction over", "CORRECTING", "FULL", { endsOn: "2026-06-30", removal: null }, null],
    ["removed before it is over", "CORRECTING", "REMOVED", { endsOn: "2026-07-01" }, "member.correction_not_over"],
    ["removed for nothing", "CORRECTING", "REMOVED", { removal: null }, "member.removal_ground_missing"],
    ["removed without change", "CORRECTING", "REMOVED", { removal: "NO_CHANGE" }, null],
    ["expelled during a correction", "CORRECTING", "EXPELLED", { endsOn: null }, null],
    ["moved away during a correction", "CORRECTING", "TRANSFERRED_OUT", { endsOn: null }, null],
    ["died during a correction", "CORRECTING", "DECEASED", { endsOn: null }, null],
    ["removed at once for nothing", "FULL", "REMOVED", { removal: null }, "member.removal_ground_missing"],
    ["no change of somebody never corrected", "FULL", "REMOVED", { removal: "NO_CHANGE" }, "member.never_corrected"],
    [
      "inactive five months",
      "FULL",
      "REMOVED",
      { removal: "SELF_QUIT_6M", inactiveSince: "2026-01-01" },
      "member.inactive_too_short",
    ],
    ["inactive six months", "FULL", "REMOVED", { removal: "SELF_QUIT_6M", inactiveSince: "2025-12-30" }, null],
    [
      "inactive since nobody knows when",
      "FULL",
      "REMOVED",
      { removal: "SELF_QUIT_6M", inactiveSince: null },
      "member.inactive_since_missing",
    ],
    ["threatened to leave", "FULL", "REMOVED", { removal: "THREAT", inactiveSince: null }, null],
    ["removed less than five years ago", "REMOVED", "APPLICANT", { since: "2021-07-01" }, "member.readmission_barred"],
    ["removed five years ago", "REMOVED", "APPLICANT", { since: "2021-06-30" }, null],
    [
      "expelled less than five years ago",
      "EXPELLED",
      "APPLICANT",
      { since: "2021-07-01" },
      "member.readmission_barred",
    ],
    ["cancelled a month ago", "CANCELLED", "APPLICANT", { since: "2026-05-30" }, null],
    [
      "taken in by nobody's meeting",
      "CANDIDATE",
      "PROBATIONARY",
      { branchMeetingOn: null },
      "member.branch_meeting_invalid",
    ],
    [
      "taken in by a meeting after the approval",
      "CANDIDATE",
      "PROBATIONARY",
      { branchMeetingOn: "2026-07-01" },
      "member.branch_meeting_invalid",
    ],
    [
      "taken in by a meeting before he was a candidate",
      "CANDIDATE",
      "PROBATIONARY",
      { branchMeetingOn: "2019-12-31" },
      "member.branch_meeting_invalid",
    ],
    ["taken in on the day of approval", "CANDIDATE", "PROBATIONARY", { branchMeetingOn: "2026-06-30" }, null],
    ["approved by nobody", "CANDIDATE", "PROBATIONARY", { approver: null }, "member.approver_missing"],
    ["confirmed by nobody", "PROBATIONARY", "FULL", { approver: null }, "member.approver_missing"],
    [
      "approved by a 党组",
      "CANDIDATE",
      "PROBATIONARY",
      { approver: { kind: "PARTY_GROUP", authorised: true } },
      "development.approver_without_authority",
    ],
    [
      "cancelled by a branch",
      "PROBATIONARY",
      "CANCELLED",
      { approver: { kind: "BRANCH", authorised: false } },
      "development.approver_without_authority",
    ],
  ])("%s", (_name, from, to, changes, expected) => {
    expect(code(sound(from, to, changes))).toBe(expected);
  });

  test("a refusal names its rule and the day from which it would be possible", () => {
    expect(decideTransition(sound("FULL", "SUSPENDED", { awaySince: "2026-05-31" }))).toMatchObject({
      values: { rule: "MEM-03", strength: "must", reached: "2026-11-30" },
      field: "on",
    });
    expect(decideTransition(sound("REMOVED", "APPLICANT", { since: "2024-02-29" }))).toMatchObject({
      values: { rule: "MEM-04", reached: "2029-02-28" },
    });
    expect(decideTransition(sound("FULL", "CORRECTING", { correctionMonths: 14 }))).toMatchObject({
      values: { rule: "MEM-05", months: 14, most: 12 },
    });
  });
});

describe("the day on which the new state begins", () => {
  test.each<[MemberState, MemberState, string]>([
    ["CANDIDATE", "PROBATIONARY", "2026-05-20"],
    ["PROBATIONARY", "FULL", "2026-03-31"],
    ["PROBATIONARY", "CANCELLED", "2026-06-30"],
    ["FULL", "SUSPENDED", "2026-06-30"],
    ["TRANSFERRED_OUT", "FULL", "2026-06-30"],
    ["TRANSFERRED_OUT", "PROBATIONARY", "2026-06-30"],
  ])("%s to %s: %s", (from, to, startsOn) => {
    expect(decideTransition(sound(from, to, { endsOn: "2026-03-31" }))).toMatchObject({ startsOn });
  });
});

test("out of contact needs a search, abroad a proof; abroad follows its own rule and is only usual", () => {
  const without = (each: string) => memberEvidence.filter((evidence) => evidence !== each);
  const lost = sound("FULL", "SUSPENDED");
  const abroad = sound("FULL", "SUSPENDED", { suspension: "SETTLED_ABROAD" });
  expect(code({ ...lost, evidence: without("search_record") })).toBe("member.evidence_missing");
  expect(code({ ...lost, evidence: without("abroad_proof") })).toBeNull();
  expect(code({ ...abroad, evidence: without("search_record") })).toBeNull();
  expect(code({ ...abroad, evidence: without("abroad_proof") })).toBe("member.evidence_missing");
  expect(decideTransition(lost)).toMatchObject({ rule: "MEM-03", strength: "must" });
  expect(decideTransition(abroad)).toMatchObject({ rule: "MEM-02", strength: "general" });
});
