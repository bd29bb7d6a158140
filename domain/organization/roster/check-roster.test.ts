import { describe, expect, test } from "vitest";
import type { MemberState, OrganizationKind } from "../things.ts";
import { type AppointmentField, appointmentKey, checkAppointments } from "./check-appointments.ts";
import { checkOrganizations, type OrganizationField } from "./check-organizations.ts";
import { checkPeople, type PeopleBefore, type PersonField } from "./check-people.ts";
import type { CheckedRow, RosterOrganization, RosterPerson } from "./roster-rows.ts";

const organization = (
  code: string,
  kind: OrganizationKind,
  parentCode: string | null,
  validTo: string | null = null,
): RosterOrganization => ({
  code,
  name: code,
  kind,
  class: null,
  parentCode,
  validFrom: "2020-01-01",
  validTo,
  namedFrom: "2020-01-01",
  boundTo: null,
  boundUntil: null,
  approval: null,
});
const known = new Map(
  [
    organization("TOP", "COMMITTEE", null),
    organization("A", "BRANCH", "TOP"),
    organization("B", "BRANCH", "TOP", "2025-12-31"),
    organization("AG", "GROUP", "A"),
    organization("OLD", "COMMITTEE", "TOP", "2025-12-31"),
  ].map((one) => [one.code, one]),
);
const told = <Field extends string>(rows: readonly CheckedRow<Field>[]) =>
  rows.map(({ outcome, faults }) => [outcome, ...faults.map(({ field, code }) => `${field} ${code}`)].join(", "));

describe("organisations", () => {
  const row = (given: Partial<Record<OrganizationField, string>>) => ({
    code: "N",
    name: null,
    kind: null,
    parent: null,
    class: null,
    validFrom: null,
    validTo: null,
    boundTo: null,
    boundUntil: null,
    approval: null,
    ...given,
  });
  const fresh = (code: string, parent: string, over: Partial<Record<OrganizationField, string>> = {}) =>
    row({ code, name: code, kind: "BRANCH", parent, validFrom: "2024-01-01", ...over });
  const check = (...rows: ReturnType<typeof row>[]) =>
    told(
      checkOrganizations(rows, {
        known,
        taken: new Set(["ELSEWHERE"]),
        doubtful: new Set(["SPOILT"]),
        effectiveOn: "2025-06-01",
        closedMonths: new Set(["2019-11"]),
      }).rows,
    );

  test.each([
    ["a new one", [fresh("N", "TOP")], ["added"]],
    ["the same again", [row({ code: "A", name: "A", kind: "BRANCH", parent: "TOP" })], ["unchanged"]],
    ["another name", [row({ code: "A", name: "甲" })], ["changed"]],
    [
      "a new one without what it needs",
      [row({ code: "N", name: "N", parent: "TOP" })],
      ["wrong, kind request.field.missing, validFrom request.field.missing"],
    ],
    ["a name taken away", [row({ code: "A", name: "" })], ["wrong, name request.field.missing"]],
    ["a code of others", [fresh("ELSEWHERE", "TOP")], ["wrong, code organization.code_taken"]],
    ["a superior nobody has", [fresh("N", "ELSEWHERE")], ["wrong, parent import.organization_unknown"]],
    ["a superior whose row is wrong already", [fresh("N", "SPOILT")], ["added"]],
    ["one below itself", [fresh("N", "N", { kind: "COMMITTEE" })], ["wrong, parent import.below_itself"]],
    [
      "a circle, and what hangs on it",
      [fresh("X", "Y", { kind: "COMMITTEE" }), fresh("Y", "X", { kind: "COMMITTEE" }), fresh("Z", "X")],
      ["wrong, parent import.below_itself", "wrong, parent import.below_itself", "added"],
    ],
    ["two superiors", [fresh("N", "TOP"), fresh("N", "OLD")], ["added", "wrong, parent import.two_parents"]],
    ["the same row twice", [fresh("N", "TOP"), fresh("N", "TOP")], ["added", "wrong, code import.twice"]],
    [
      "one older than its superior",
      [fresh("N", "TOP", { validFrom: "2019-12-31" })],
      ["wrong, validFrom organization.older_than_parent"],
    ],
    ["one that outlives its superior", [fresh("N", "OLD")], ["wrong, validTo import.outlives_parent"]],
    ["one that ends with its superior", [fresh("N", "OLD", { validTo: "2025-12-31" })], ["added"]],
    [
      "one begun after its superior's end",
      [fresh("N", "OLD", { validFrom: "2026-01-01" })],
      ["wrong, parent organization.parent_ended"],
    ],
    ["a branch below a branch", [fresh("N", "A")], ["wrong, parent organization.kind_not_under_parent"]],
    [
      "another kind, superior, first and last day",
      [row({ code: "A", kind: "GROUP", parent: "OLD", validFrom: "2021-01-01", validTo: "2026-01-01" })],
      ["wrong, kind import.stays, parent import.stays, validFrom import.stays, validTo import.stays"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(check(...rows)).toEqual(expected);
  });
});

const member = (number: string | null, state: MemberState, identity: string | null = null): RosterPerson => ({
  number,
  name: "甲",
  sex: null,
  bornOn: null,
  joinedOn: null,
  standingFrom: null,
  identity,
  phone: null,
  memberships: [{ branchCode: "A", groupCode: "AG", state, validFrom: "2021-01-01", validTo: null }],
  employment: null,
});

describe("people", () => {
  const row = (given: Partial<Record<PersonField, string>>) => ({
    number: "N",
    name: null,
    sex: null,
    identity: null,
    phone: null,
    bornOn: null,
    state: null,
    branch: null,
    group: null,
    since: null,
    joinedOn: null,
    standingFrom: null,
    unit: null,
    position: null,
    leads: null,
    ...given,
  });
  const fresh = (over: Partial<Record<PersonField, string>> = {}) =>
    row({ name: "乙", state: "FULL", branch: "A", since: "2022-01-01", ...over });
  const first = member("P1", "FULL", "one");
  const unnumbered = member(null, "FULL", "11010519491231002X");
  const before: PeopleBefore = {
    byNumber: new Map([["P1", first]]),
    byIdentity: new Map([
      ["one", first],
      ["11010519491231002X", unnumbered],
    ]),
    takenNumbers: new Set(["T"]),
    takenIdentities: new Set(["elsewhere"]),
    identityOf: (text) => text,
    organizations: known,
    doubtfulOrganizations: new Set(["SPOILT"]),
    doubtful: new Set(),
    units: new Map(),
    doubtfulUnits: new Set(),
    effectiveOn: "2025-06-01",
    today: "2026-06-01",
  };

  test.each([
    ["a new one", [fresh()], ["added"]],
    ["the same again", [row({ number: "P1", name: "甲", branch: "A", group: "AG", state: "FULL" })], ["unchanged"]],
    ["a telephone", [row({ number: "P1", phone: "13800000000" })], ["changed"]],
    ["who leaves his group", [row({ number: "P1", group: "" })], ["changed"]],
    ["who is known by his identity", [row({ identity: "11010519491231002X" })], ["changed"]],
    [
      "two identities",
      [row({ number: "P1", identity: "11010519491231002X" })],
      ["wrong, identity person.identity_number_taken"],
    ],
    ["another's identity", [row({ number: "P2", identity: "one" })], ["wrong, identity person.identity_number_taken"]],
    [
      "an identity from elsewhere",
      [fresh({ identity: "elsewhere" })],
      ["wrong, identity person.identity_number_taken"],
    ],
    ["a number from elsewhere", [fresh({ number: "T" })], ["wrong, number person.number_taken"]],
    ["two branches", [fresh(), fresh({ branch: "B" })], ["added", "wrong, branch import.person_in_two_branches"]],
    [
      "another branch than his own",
      [row({ number: "P1", branch: "B" })],
      ["wrong, branch import.person_in_two_branches"],
    ],
    ["the same row twice", [fresh(), fresh()], ["added", "wrong, number import.twice"]],
    [
      "one identity for two",
      [fresh({ identity: "two" }), fresh({ number: "M", identity: "two" })],
      ["added", "wrong, identity import.twice"],
    ],
    [
      "another state and day",
      [row({ number: "P1", state: "SUSPENDED", since: "2022-01-01" })],
      ["wrong, state import.stays, since import.stays"],
    ],
    [
      "a new one without what it needs",
      [row({ name: "乙", branch: "A" })],
      ["wrong, state request.field.missing, since request.field.missing"],
    ],
    ["a branch nobody has", [fresh({ branch: "X" })], ["wrong, branch import.organization_unknown"]],
    ["a branch whose row is wrong already", [fresh({ branch: "SPOILT" })], ["added"]],
    ["no branch", [fresh({ branch: "TOP" })], ["wrong, branch person.not_a_branch"]],
    ["before the branch", [fresh({ since: "2019-12-31" })], ["wrong, since person.before_organization"]],
    ["after the branch", [fresh({ branch: "B", since: "2026-01-01" })], ["wrong, since import.after_organization"]],
    [
      "a group of another branch",
      [fresh({ branch: "B", group: "AG" })],
      ["wrong, group person.group_of_another_branch"],
    ],
    [
      "a birthday and a sex unlike the identity",
      [row({ identity: "11010519491231002X", bornOn: "1949-12-30", sex: "M" })],
      ["wrong, bornOn import.differs_from_identity, sex import.differs_from_identity"],
    ],
    ["a birthday to come", [fresh({ bornOn: "2026-06-02" })], ["wrong, bornOn person.date_in_future"]],
    [
      "joined before birth",
      [fresh({ bornOn: "1990-01-01", joinedOn: "1990-01-01" })],
      ["wrong, joinedOn person.joined_before_birth"],
    ],
    ["a new one who is to correct something", [fresh({ state: "CORRECTING" })], ["wrong, state import.state_by_act"]],
    [
      "full membership before joining",
      [fresh({ joinedOn: "2022-01-01", standingFrom: "2021-01-01" })],
      ["wrong, standingFrom import.standing_before_joining"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(told(checkPeople(rows, before).rows)).toEqual(expected);
  });
});

describe("appointments", () => {
  const row = (given: Partial<Record<AppointmentField, string>> = {}) => ({
    number: "P1",
    organization: "A",
    post: "SECRETARY",
    validFrom: "2022-01-01",
    validTo: null,
    fullTime: null,
    ...given,
  });
  const held = row({ post: "COMMITTEE_MEMBER" });
  const before = {
    known: new Map([
      [
        appointmentKey(held.number, held.organization, held.post, held.validFrom),
        { validTo: null, fullTime: "false" as const },
      ],
    ]),
    organizations: known,
    doubtfulOrganizations: new Set(["SPOILT"]),
    people: new Map([
      ["P1", member("P1", "FULL")],
      ["P2", member("P2", "PROBATIONARY")],
    ]),
    doubtfulPeople: new Set(["SPOILT"]),
  };

  test.each([
    ["a new one", [row()], ["added"]],
    ["a leader of what stands above his branch", [row({ organization: "TOP" })], ["added"]],
    ["a leader of his group", [row({ organization: "AG", post: "GROUP_LEADER" })], ["added"]],
    ["the same again", [held], ["unchanged"]],
    ["its end", [{ ...held, validTo: "2023-01-01" }], ["changed"]],
    ["full time", [{ ...held, fullTime: "true" }], ["changed"]],
    ["the same row twice", [row(), row()], ["added", "wrong, number import.twice"]],
    ["an end before its beginning", [row({ validTo: "2021-12-31" })], ["wrong, validTo appointment.end_before_start"]],
    ["an organisation nobody has", [row({ organization: "X" })], ["wrong, organization import.organization_unknown"]],
    ["a person nobody knows", [row({ number: "X" })], ["wrong, number import.person_unknown"]],
    ["rows that are wrong already", [row({ number: "SPOILT", organization: "SPOILT" })], ["added"]],
    ["before the organisation", [row({ validFrom: "2019-12-31" })], ["wrong, validFrom import.before_organization"]],
    [
      "after the organisation",
      [row({ organization: "B", validFrom: "2026-01-01" })],
      ["wrong, validFrom import.after_organization"],
    ],
    [
      "until after the organisation",
      [row({ number: "SPOILT", organization: "B", validTo: "2026-01-01" })],
      ["wrong, validTo import.after_organization"],
    ],
    ["before he was a member", [row({ validFrom: "2020-12-31" })], ["wrong, number appointment.not_a_member"]],
    ["a member of another branch", [row({ organization: "B" })], ["wrong, number appointment.not_a_member"]],
    [
      "a 预备党员 who would lead a group",
      [row({ number: "P2", organization: "AG", post: "GROUP_LEADER" })],
      ["wrong, number appointment.full_member_only"],
    ],
    ["a group's leader in a branch", [row({ post: "GROUP_LEADER" })], ["wrong, post appointment.post_not_in_kind"]],
  ])("%s", (_, rows, expected) => {
    expect(told(checkAppointments(rows, before))).toEqual(expected);
  });
});
