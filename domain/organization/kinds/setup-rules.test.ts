import { describe, expect, test } from "vitest";
import type { Finding } from "../finding.ts";
import type { OrganizationKind } from "../things.ts";
import { actsOfPermanentBranches, branchActRefusal, creationRefusal } from "./act-rules.ts";
import { kindLimits, type OrganizationFacts } from "./organization-facts.ts";
import { setupFindings } from "./setup-rules.ts";
import { soundBranch } from "./testing.ts";

const said = (findings: readonly Finding[]) =>
  findings.map(({ rule, strength, code }) => `${rule} ${strength} ${code.split(".")[1]}`);
const of = (changes: Partial<OrganizationFacts>) => said(setupFindings(soundBranch(changes)));

describe("a branch", () => {
  const few = "ORG-01 must too_few_full_members";
  const many = "ORG-01 general more_members_than_usual";
  test.each<[number, number, string[]]>([
    [2, 40, [few]],
    [3, 0, []],
    [4, 0, []],
    [49, 1, []],
    [50, 1, [many]],
    [49, 0, []],
    [2, 49, [few, many]],
  ])("of %i full and %i probationary members: %j", (fullMembers, probationaryMembers, expected) => {
    expect(of({ fullMembers, probationaryMembers })).toEqual(expected);
    expect(of({ fullMembers, probationaryMembers, kind: "PROJECT_BRANCH", projectMonths: 6 })).toEqual(expected);
  });

  test("the figures are in the finding", () => {
    expect(setupFindings(soundBranch({ fullMembers: 2 }))[0]?.values).toEqual({ fullMembers: 2, least: 3 });
    expect(setupFindings(soundBranch({ fullMembers: 51, probationaryMembers: 2 }))[0]?.values).toEqual({
      members: 53,
      most: 50,
    });
  });

  test.each<[number | null, string[]]>([
    [null, []],
    [1, ["ORG-02 general joint_of_one_unit"]],
    [2, []],
    [5, []],
    [6, ["ORG-02 general more_units_than_usual"]],
  ])("a joint one over %s units: %j", (units, expected) => {
    expect(of({ kind: "JOINT_BRANCH", units })).toEqual(expected);
    expect(of({ kind: "BRANCH", units })).toEqual([]);
  });

  test("a joint one needs its three full members all the same", () => {
    expect(of({ kind: "JOINT_BRANCH", fullMembers: 2, units: 2 })).toEqual([few]);
  });

  test.each<[number | null, string[]]>([
    [null, []],
    [5, ["ORG-03 must project_too_short"]],
    [6, []],
    [7, []],
  ])("of a project of %s months: %j", (projectMonths, expected) => {
    expect(of({ kind: "PROJECT_BRANCH", projectMonths })).toEqual(expected);
  });

  test("a temporary one needs an approval and no number of members", () => {
    expect(of({ kind: "TEMP_BRANCH", fullMembers: 1 })).toEqual(["ORG-06 general temporary_without_approval"]);
    expect(of({ kind: "TEMP_BRANCH", fullMembers: 1, approved: true })).toEqual([]);
  });
});

describe("upper organisations", () => {
  const few = "ORG-07 must too_few_members";
  test.each<[OrganizationKind, number, number, boolean, string[]]>([
    ["COMMITTEE", 98, 1, false, [few]],
    ["COMMITTEE", 99, 1, false, []],
    ["COMMITTEE", 101, 0, false, []],
    ["COMMITTEE", 60, 0, true, []],
    ["GENERAL_BRANCH", 49, 0, false, ["ORG-08 must too_few_members"]],
    ["GENERAL_BRANCH", 49, 0, true, []],
    ["GENERAL_BRANCH", 49, 1, false, []],
    ["GENERAL_BRANCH", 98, 1, false, []],
    ["GENERAL_BRANCH", 99, 1, true, ["ORG-08 must members_for_committee"]],
    ["PARTY_GROUP", 0, 0, false, []],
    ["LEADING_GROUP", 0, 0, false, []],
  ])("%s with %i + %i members, approved %s: %j", (kind, fullMembers, probationaryMembers, approved, expected) => {
    expect(of({ kind, fullMembers, probationaryMembers, approved })).toEqual(expected);
  });

  test("the limit a general branch outgrew is named", () => {
    expect(setupFindings(soundBranch({ kind: "GENERAL_BRANCH", fullMembers: 120 }))[0]?.values).toEqual({
      members: 121,
      most: 99,
    });
  });

  test("a group's own figures take the place of the defaults", () => {
    const facts = soundBranch({ kind: "COMMITTEE", fullMembers: 60 });
    expect(setupFindings(facts, { ...kindLimits, committeeMembers: 61 })).toEqual([]);
  });
});

describe("setting an organisation up", () => {
  const refusal = (changes: Partial<OrganizationFacts>) => creationRefusal(soundBranch(changes));

  test.each<[Partial<OrganizationFacts>, string | null]>([
    [{}, null],
    [{ fullMembers: 2 }, "ORG-01"],
    [{ fullMembers: 90 }, null],
    [{ kind: "JOINT_BRANCH", units: 9 }, null],
    [{ kind: "PROJECT_BRANCH", projectMonths: 5 }, "ORG-03"],
    [{ kind: "PROJECT_BRANCH", projectMonths: 6 }, null],
    [{ kind: "TEMP_BRANCH" }, "ORG-06"],
    [{ kind: "TEMP_BRANCH", approved: true }, null],
    [{ kind: "COMMITTEE", fullMembers: 20 }, "ORG-07"],
    [{ kind: "GENERAL_BRANCH", fullMembers: 20 }, "ORG-08"],
  ])("%j is refused by %s", (changes, rule) => {
    expect(refusal(changes)?.values.rule ?? null).toBe(rule);
  });

  test("a refusal names its field and how binding its rule is", () => {
    expect(refusal({ kind: "TEMP_BRANCH" })).toMatchObject({
      code: "organization.temporary_without_approval",
      field: "approved",
      values: { strength: "general" },
    });
    expect(refusal({ fullMembers: 0 })).toMatchObject({ field: "kind", values: { strength: "must", fullMembers: 0 } });
  });

  test("a temporary branch develops, disciplines, collects and elects nobody; others do", () => {
    for (const act of actsOfPermanentBranches) {
      expect(branchActRefusal("TEMP_BRANCH", act)).toMatchObject({
        code: `organization.temporary_act.${act}`,
        values: { rule: "ORG-06" },
      });
      expect(branchActRefusal("PROJECT_BRANCH", act)).toBeNull();
    }
    expect(actsOfPermanentBranches).toHaveLength(5);
  });
});
