import { describe, expect, test } from "vitest";
import type { OrganizationKind } from "../things.ts";
import { type CoverageField, checkCoverage, type RosterCoverage } from "./check-coverage.ts";
import { checkPeople, type PeopleBefore, type PersonField } from "./check-people.ts";
import { checkUnits, type UnitField } from "./check-units.ts";
import type { CheckedRow, RosterEmployment, RosterOrganization, RosterPerson, RosterUnit } from "./roster-rows.ts";

const unit = (code: string, parentCode: string | null, over: Partial<RosterUnit> = {}): RosterUnit => ({
  code,
  name: code,
  kind: "COMPANY",
  parentCode,
  region: null,
  restriction: null,
  validFrom: "2020-01-01",
  validTo: null,
  ...over,
});
const units = new Map(
  [
    unit("TOP", null),
    unit("U", "TOP", { region: "华东" }),
    unit("OLD", "TOP", { validTo: "2025-12-31" }),
    unit("LATE", "TOP", { validFrom: "2023-01-01" }),
    unit("TEAM", "U", { kind: "TEAM", restriction: "OVERSEAS" }),
  ].map((one) => [one.code, one]),
);
const organization = (code: string, kind: OrganizationKind, validTo: string | null = null): RosterOrganization => ({
  code,
  name: code,
  kind,
  class: null,
  parentCode: "C",
  validFrom: "2021-01-01",
  validTo,
  namedFrom: "2021-01-01",
  boundTo: null,
  boundUntil: null,
  approval: null,
});
const organizations = new Map(
  [
    organization("A", "BRANCH"),
    organization("B", "BRANCH"),
    organization("G", "GROUP"),
    organization("LG", "LEADING_GROUP"),
    organization("ENDED", "BRANCH", "2025-12-31"),
  ].map((one) => [one.code, one]),
);
const told = <Field extends string>(rows: readonly CheckedRow<Field>[]) =>
  rows.map(({ outcome, faults }) => [outcome, ...faults.map(({ field, code }) => `${field} ${code}`)].join(", "));

describe("units", () => {
  const row = (given: Partial<Record<UnitField, string>>) => ({
    code: "N",
    name: null,
    kind: null,
    parent: null,
    region: null,
    restriction: null,
    validFrom: null,
    validTo: null,
    ...given,
  });
  const fresh = (code: string, parent: string, over: Partial<Record<UnitField, string>> = {}) =>
    row({ code, name: code, kind: "COMPANY", parent, validFrom: "2022-01-01", ...over });
  const check = (atTop: boolean, ...rows: ReturnType<typeof row>[]) =>
    told(checkUnits(rows, { known: units, taken: new Set(["ELSEWHERE"]), doubtful: new Set(["SPOILT"]), atTop }).rows);

  test.each([
    ["a new one", [fresh("N", "U")], ["added"]],
    ["the same again", [row({ code: "U", name: "U", parent: "TOP", region: "华东" })], ["unchanged"]],
    ["another name", [row({ code: "U", name: "一公司" })], ["changed"]],
    ["a region taken away", [row({ code: "U", region: "" })], ["changed"]],
    ["a code of others", [fresh("ELSEWHERE", "U")], ["wrong, code import.unit_code_taken"]],
    ["a unit above that nobody has", [fresh("N", "X")], ["wrong, parent import.unit_unknown"]],
    ["a unit above whose row is wrong already", [fresh("N", "SPOILT")], ["added"]],
    [
      "a circle",
      [fresh("X", "Y"), fresh("Y", "X")],
      ["wrong, parent import.below_itself", "wrong, parent import.below_itself"],
    ],
    ["two units above", [fresh("N", "U"), fresh("N", "TOP")], ["added", "wrong, parent import.two_parents"]],
    ["the same row twice", [fresh("N", "U"), fresh("N", "U")], ["added", "wrong, code import.twice"]],
    ["before the one above", [fresh("N", "U", { validFrom: "2019-12-31" })], ["wrong, validFrom import.before_unit"]],
    ["after the one above", [fresh("N", "OLD")], ["wrong, validTo import.after_unit"]],
    [
      "an end before its beginning",
      [fresh("N", "U", { validTo: "2021-12-31" })],
      ["wrong, validTo import.end_before_start"],
    ],
    [
      "another kind, place and life",
      [row({ code: "U", kind: "TEAM", parent: "OLD", validFrom: "2021-01-01", validTo: "2026-01-01" })],
      ["wrong, kind import.stays, parent import.stays, validFrom import.stays, validTo import.stays"],
    ],
    ["a mark", [row({ code: "U", restriction: "SECRET" })], ["wrong, restriction import.stays"]],
    ["a mark taken away", [row({ code: "TEAM", restriction: "" })], ["wrong, restriction import.stays"]],
  ])("%s", (_, rows, expected) => {
    expect(check(true, ...rows)).toEqual(expected);
  });

  test("one without a unit above it only where the top of the group is in reach", () => {
    const top = row({ code: "N", name: "N", kind: "COMPANY", validFrom: "2022-01-01" });
    expect(check(true, top)).toEqual(["added"]);
    expect(check(false, top)).toEqual(["wrong, parent request.field.missing"]);
  });
});

describe("coverage", () => {
  const row = (given: Partial<Record<CoverageField, string>> = {}) => ({
    unit: "U",
    organization: "B",
    validFrom: "2026-01-01",
    validTo: null,
    ...given,
  });
  const covered = (validTo: string | null): RosterCoverage[] => [
    { unit: "U", organization: "A", validFrom: "2022-01-01", validTo },
  ];
  const check = (before: readonly RosterCoverage[], ...rows: ReturnType<typeof row>[]) =>
    told(
      checkCoverage(rows, {
        known: new Map([["U", before]]),
        units,
        doubtfulUnits: new Set(["SPOILT"]),
        organizations,
        doubtfulOrganizations: new Set(["SPOILT"]),
      }),
    );
  const first = row({ organization: "A", validFrom: "2022-01-01" });

  test.each([
    ["a new one", [], [row()], ["added"]],
    ["the same again", covered(null), [first], ["unchanged"]],
    ["while another covers it", covered(null), [row()], ["wrong, validFrom import.unit_covered"]],
    ["after the other's end", covered("2025-12-31"), [row()], ["added"]],
    [
      "after the end that another row gives",
      covered(null),
      [row(), row({ organization: "A", validFrom: "2022-01-01", validTo: "2025-12-31" })],
      ["added", "changed"],
    ],
    [
      "another organisation from the same day",
      covered(null),
      [row({ validFrom: "2022-01-01" })],
      ["wrong, organization import.stays"],
    ],
    ["the same row twice", [], [row(), row()], ["added", "wrong, unit import.twice"]],
    ["a unit nobody has", [], [row({ unit: "X" })], ["wrong, unit import.unit_unknown"]],
    [
      "an organisation nobody has",
      [],
      [row({ organization: "X" })],
      ["wrong, organization import.organization_unknown"],
    ],
    ["rows that are wrong already", [], [row({ unit: "SPOILT", organization: "SPOILT" })], ["added"]],
    ["an end before its beginning", [], [row({ validTo: "2025-12-31" })], ["wrong, validTo import.end_before_start"]],
    ["before the unit", [], [row({ validFrom: "2019-12-31" })], ["wrong, validFrom import.before_unit"]],
    [
      "before the organisation",
      [],
      [row({ validFrom: "2020-12-31" })],
      ["wrong, validFrom import.before_organization"],
    ],
    ["after the unit", [], [row({ unit: "OLD", validFrom: "2025-01-01" })], ["wrong, validTo import.after_unit"]],
    [
      "after the organisation",
      [],
      [row({ organization: "ENDED", validFrom: "2025-01-01" })],
      ["wrong, validTo import.after_organization"],
    ],
    ["by a 领导小组", [], [row({ organization: "LG" })], ["wrong, organization coverage.kind_covers_nothing"]],
    ["of a company by a 党小组", [], [row({ organization: "G" })], ["wrong, organization coverage.group_covers_team"]],
    ["of a team by a 党小组", [], [row({ unit: "TEAM", organization: "G" })], ["added"]],
  ] as [string, RosterCoverage[], ReturnType<typeof row>[], string[]][])("%s", (_, before, rows, expected) => {
    expect(check(before, ...rows)).toEqual(expected);
  });
});

describe("where somebody works", () => {
  const person = (employment: RosterEmployment | null): RosterPerson => ({
    number: "P1",
    name: "甲",
    sex: null,
    bornOn: null,
    joinedOn: null,
    standingFrom: null,
    identity: null,
    phone: null,
    memberships: [{ branchCode: "A", groupCode: null, state: "FULL", validFrom: "2022-01-01", validTo: null }],
    employment,
  });
  const works: RosterEmployment = { unitCode: "U", position: "经理", leads: "true", validFrom: "2024-01-01" };
  const row = (given: Partial<Record<PersonField, string>>) => ({
    number: "P1",
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
  const check = (employment: RosterEmployment | null, given: Partial<Record<PersonField, string>>) => {
    const before: PeopleBefore = {
      byNumber: new Map([["P1", person(employment)]]),
      byIdentity: new Map(),
      takenNumbers: new Set(),
      takenIdentities: new Set(),
      identityOf: (text) => text,
      organizations,
      doubtfulOrganizations: new Set(),
      doubtful: new Set(),
      units,
      doubtfulUnits: new Set(["SPOILT"]),
      effectiveOn: "2026-03-01",
      today: "2026-03-18",
    };
    const [checked] = checkPeople([row(given)], before).rows;
    return checked && { said: told([checked])[0], employment: checked.after?.employment };
  };

  test.each<[string, RosterEmployment | null, Partial<Record<PersonField, string>>, string]>([
    ["the same again", works, { unit: "U", position: "经理", leads: "true" }, "unchanged"],
    ["nothing said of it", works, {}, "unchanged"],
    ["a unit nobody has", null, { unit: "X" }, "wrong, unit import.unit_unknown"],
    ["a unit whose row is wrong already", null, { unit: "SPOILT" }, "changed"],
    ["a position without a unit", null, { position: "经理" }, "wrong, unit import.unit_missing"],
    ["a unit that has ended", null, { unit: "OLD" }, "wrong, unit import.after_unit"],
    [
      "a change before a later one",
      { ...works, validFrom: "2026-03-10" },
      { unit: "TOP" },
      "wrong, unit import.changed_later",
    ],
  ])("%s", (_, employment, given, expected) => {
    expect(check(employment, given)?.said).toBe(expected);
  });

  test("another unit begins on the day from which the roster counts and keeps what isn't said", () => {
    expect(check(works, { unit: "TOP" })).toEqual({
      said: "changed",
      employment: { ...works, unitCode: "TOP", validFrom: "2026-03-01" },
    });
    expect(check(works, { unit: "" })).toEqual({ said: "changed", employment: null });
  });

  test("a new person works there since he is entered, or since the unit exists", () => {
    const fresh = { number: "P2", name: "乙", state: "FULL", branch: "A", unit: "U" };
    expect(check(null, { ...fresh, since: "2022-05-01" })?.employment?.validFrom).toBe("2022-05-01");
    const late = { ...fresh, unit: "LATE", since: "2022-05-01" };
    expect(check(null, late)?.employment?.validFrom).toBe("2023-01-01");
  });
});
