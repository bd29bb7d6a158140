import { describe, expect, test } from "vitest";
import {
  appointmentRefusal,
  hasCommittee,
  isPartyMember,
  placementRefusal,
  postDaysRefusal,
  votingRight,
} from "./organization-rules.ts";
import { isBranchKind, memberStates, type OrganizationKind, organizationKinds } from "./things.ts";

const span = (kind: OrganizationKind, validFrom = "2020-01-01", validTo: string | null = null) => ({
  kind,
  validFrom,
  validTo,
});
const code = (...args: Parameters<typeof placementRefusal>) => placementRefusal(...args)?.code ?? null;

describe("where an organisation can stand", () => {
  test("branches under committees and general branches, groups under branches only", () => {
    expect(code(span("BRANCH"), span("COMMITTEE"))).toBeNull();
    expect(code(span("TEMP_BRANCH"), span("GENERAL_BRANCH"))).toBeNull();
    expect(code(span("GROUP"), span("PROJECT_BRANCH"))).toBeNull();
    expect(code(span("GROUP"), span("COMMITTEE"))).toBe("organization.kind_not_under_parent");
    expect(code(span("BRANCH"), span("BRANCH"))).toBe("organization.kind_not_under_parent");
    expect(code(span("COMMITTEE"), span("BRANCH"))).toBe("organization.kind_not_under_parent");
    expect(code(span("BRANCH"), span("GROUP"))).toBe("organization.kind_not_under_parent");
  });

  test("only upper organisations stand at the top", () => {
    const atTop = organizationKinds.filter((kind) => code(span(kind), null) === null);
    expect(atTop).toEqual(["PARTY_GROUP", "COMMITTEE", "OFFICE_COMMITTEE", "GENERAL_BRANCH"]);
    expect(code(span("BRANCH"), null)).toBe("organization.parent_missing");
  });

  test("it stands only while its parent stands", () => {
    const parent = span("COMMITTEE", "2021-01-01", "2025-12-31");
    expect(code(span("BRANCH", "2020-12-31"), parent)).toBe("organization.older_than_parent");
    expect(code(span("BRANCH", "2021-01-01", "2025-12-31"), parent)).toBeNull();
    expect(code(span("BRANCH", "2021-01-01"), parent)).toBe("organization.parent_ended");
    expect(code(span("BRANCH", "2021-01-01", "2026-01-01"), parent)).toBe("organization.parent_ended");
    expect(code(span("BRANCH", "2026-01-01"), parent)).toBe("organization.parent_ended");
    expect(code(span("BRANCH", "2021-01-01", "2020-01-01"), parent)).toBe("organization.end_before_start");
    expect(code(span("BRANCH", "2021-02-30"), parent)).toBe("organization.date_invalid");
  });
});

test("a branch of seven 正式党员 has a committee, one of six has none", () => {
  expect([6, 7].map(hasCommittee)).toEqual([false, true]);
});

test("four kinds are branches", () => {
  expect(organizationKinds.filter(isBranchKind)).toEqual(["BRANCH", "PROJECT_BRANCH", "TEMP_BRANCH", "JOINT_BRANCH"]);
});

test("预备党员 belong to the branch and don't vote; whoever is detained or under discipline doesn't vote either", () => {
  expect(memberStates.filter(isPartyMember)).toEqual(["PROBATIONARY", "FULL", "CORRECTING"]);
  expect(memberStates.filter((state) => votingRight(state))).toEqual(["FULL", "CORRECTING"]);
  expect(votingRight("FULL", "ON_PARTY_PROBATION_DISCIPLINE")).toBe(false);
  expect(votingRight("FULL", "DETAINED")).toBe(false);
});

test("posts go to 正式党员, and to organisations that have them", () => {
  const appoint = (...[post, organizationKind, memberState]: Parameters<typeof terms>) =>
    appointmentRefusal(terms(post, organizationKind, memberState))?.code ?? null;
  expect(appoint("GROUP_LEADER", "GROUP", "FULL")).toBeNull();
  expect(appoint("GROUP_LEADER", "GROUP", "PROBATIONARY")).toBe("appointment.full_member_only");
  expect(appoint("GROUP_LEADER", "BRANCH", "FULL")).toBe("appointment.post_not_in_kind");
  expect(appoint("SECRETARY", "BRANCH", "FULL")).toBeNull();
  expect(appoint("SECRETARY", "GENERAL_BRANCH", "FULL")).toBeNull();
  expect(appoint("DISCIPLINE_MEMBER", "GROUP", "FULL")).toBe("appointment.post_not_in_kind");
  expect(appoint("SECRETARY", "BRANCH", "ACTIVIST")).toBe("appointment.full_member_only");
});

type Terms = Parameters<typeof appointmentRefusal>[0];
function terms(post: Terms["post"], organizationKind: OrganizationKind, memberState: Terms["memberState"]): Terms {
  return { post, organizationKind, memberState };
}

const life = { validFrom: "2026-01-01", validTo: "2026-12-31" };
test.each([
  ["2025-12-31", "2026-03-01", "appointment.before_organization"],
  ["2026-03-01", null, "appointment.after_organization"],
  ["2026-03-01", "2027-01-01", "appointment.after_organization"],
  ["2026-03-01", "2026-02-28", "appointment.end_before_start"],
  ["2026-05-01", "2026-06-30", "appointment.held_already"],
  ["2026-07-01", "2026-12-31", undefined],
] as const)("a post from %s to %s is refused by %s", (validFrom, validTo, code) => {
  const held = [
    { validFrom: "2026-02-01", validTo: "2026-05-01" },
    { validFrom: "2026-06-01", validTo: "2026-06-30" },
  ];
  expect(postDaysRefusal({ validFrom, validTo }, life, held)?.code).toBe(code);
});
