import { describe, expect, test } from "vitest";
import { groupFindings } from "./group-rules.ts";
import { monthlyCheck } from "./monthly-check.ts";
import type { GroupFacts, OrganizationFacts } from "./organization-facts.ts";
import { soundBranch } from "./testing.ts";

const group = (changes: Partial<GroupFacts> = {}): GroupFacts => ({
  id: "g",
  fullMembers: 3,
  probationaryMembers: 0,
  leader: "FULL",
  ...changes,
});
const of = (changes: Partial<OrganizationFacts>) => groupFindings(soundBranch(changes)).map(({ code }) => code);

describe("党小组", () => {
  test.each([
    [18, 1, []],
    [19, 1, ["group.suggested"]],
    [21, 0, ["group.suggested"]],
  ])("a branch of %i + %i members without groups: %j", (fullMembers, probationaryMembers, expected) => {
    expect(of({ fullMembers, probationaryMembers })).toEqual(expected);
  });

  test.each<[Partial<GroupFacts>, string[]]>([
    [{}, []],
    [{ fullMembers: 2, probationaryMembers: 1 }, []],
    [{ fullMembers: 2 }, ["group.too_few_members"]],
    [{ fullMembers: 1, probationaryMembers: 2 }, []],
    [{ fullMembers: 0, probationaryMembers: 3, leader: null }, ["group.without_full_member", "group.without_leader"]],
    [{ leader: "PROBATIONARY" }, ["group.leader_not_full_member"]],
    [{ leader: "CORRECTING" }, []],
  ])("a group with %j: %j", (changes, expected) => {
    expect(of({ fullMembers: 30, groups: [group(changes)] })).toEqual(expected);
  });

  test("every group of the branch is looked at, and only branches have groups", () => {
    const groups = [group({ id: "a", leader: null }), group({ id: "b", leader: null })];
    expect(groupFindings(soundBranch({ groups })).map(({ values }) => values.group)).toEqual(["a", "b"]);
    expect(of({ kind: "COMMITTEE", fullMembers: 200 })).toEqual([]);
  });
});

describe("the monthly check", () => {
  const check = (changes: Partial<OrganizationFacts>) => monthlyCheck([soundBranch(changes)])[0]?.findings;

  test("says first that a branch of two is to be adjusted or revoked, and why", () => {
    const findings = check({ fullMembers: 2, committee: { people: 1, posts: { SECRETARY: 1 }, standing: null } });
    expect(findings?.map(({ rule, strength }) => [rule, strength])).toEqual([
      ["ORG-05", "must"],
      ["ORG-01", "must"],
    ]);
    expect(findings?.[0]).toMatchObject({
      code: "organization.adjust_or_revoke",
      values: { because: "ORG-01" },
    });
  });

  test("asks for no adjustment because of what is only usual", () => {
    const rules = check({ fullMembers: 52, groups: [group()] })?.map(({ rule }) => rule);
    expect(rules).toEqual(["ORG-01"]);
  });

  test("holds set-up, committee and groups together", () => {
    const none = { people: 0, posts: {}, standing: null };
    const rules = check({ fullMembers: 51, committee: none })?.map(({ rule }) => rule);
    expect(new Set(rules)).toEqual(new Set(["ORG-01", "ORG-11", "ORG-22"]));
  });

  test("answers every organisation in the order given", () => {
    const many = Array.from({ length: 300 }, (_, index) => soundBranch({ id: `b${index}`, fullMembers: index }));
    const checked = monthlyCheck(many);
    expect(checked.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
    expect(checked.filter(({ findings }) => findings.some(({ rule }) => rule === "ORG-05"))).toHaveLength(3);
  });
});
