import { describe, expect, test } from "vitest";
import { rational } from "../../kernel/rational.ts";
import type { MemberState } from "../things.ts";
import { coverageRate } from "./coverage-rate.ts";
import { gapsOf } from "./gap-rules.ts";
import type { UnitFacts } from "./unit-facts.ts";

const unit = (changes: Partial<UnitFacts> = {}): UnitFacts => ({
  id: "u",
  kind: "DEPARTMENT",
  name: "运检部",
  fullMembers: 3,
  probationaryMembers: 0,
  head: { personId: "head", state: "FULL" },
  branch: null,
  coveredBy: null,
  group: null,
  committeeMembers: [],
  superiorId: "committee",
  projectMonths: null,
  ...changes,
});
const ownBranch = { id: "b", kind: "BRANCH", departments: 1, units: 1 } as const;
const said = (changes: Partial<UnitFacts>) =>
  gapsOf([unit(changes)]).map(({ finding }) => `${finding.rule} ${finding.strength} ${finding.code}`);

describe("a unit without a branch", () => {
  test.each([
    [2, []],
    [3, ["ORG-01 must gap.no_branch"]],
    [4, ["ORG-01 must gap.no_branch"]],
  ])("with %i full members: %j", (fullMembers, expected) => {
    expect(said({ fullMembers, probationaryMembers: 5 })).toEqual(expected);
  });

  test("gets a branch proposed, with its name, place and secretary", () => {
    expect(gapsOf([unit()])).toEqual([
      {
        unitId: "u",
        finding: {
          rule: "ORG-01",
          strength: "must",
          code: "gap.no_branch",
          values: { unit: "运检部", fullMembers: 3, least: 3 },
        },
        proposal: {
          act: "create",
          kind: "BRANCH",
          name: "运检部党支部",
          unitId: "u",
          parentId: "committee",
          leader: { personId: "head", post: "SECRETARY" },
          joining: [],
        },
      },
    ]);
  });

  test.each<[number | null, string, string, string]>([
    [null, "ORG-03 must gap.no_branch", "PROJECT_BRANCH", "运检部项目党支部"],
    [6, "ORG-03 must gap.no_branch", "PROJECT_BRANCH", "运检部项目党支部"],
    [5, "ORG-06 general gap.no_branch", "TEMP_BRANCH", "运检部临时党支部"],
  ])("of a project of %s months: %s, %s", (projectMonths, expected, kind, name) => {
    const project = { kind: "PROJECT", projectMonths } as const;
    expect(said(project)).toEqual([expected]);
    expect(gapsOf([unit(project)])[0]?.proposal).toMatchObject({ kind, name });
  });

  test("is no gap once a branch covers it; a joint one leaves the wish for its own", () => {
    expect(said({ branch: ownBranch })).toEqual([]);
    const joint = { id: "j", kind: "JOINT_BRANCH", departments: 3, units: 3 } as const;
    expect(said({ branch: joint })).toEqual(["ORG-02 general gap.own_branch_possible"]);
    expect(said({ branch: joint, fullMembers: 2 })).toEqual([]);
    expect(gapsOf([unit({ branch: joint })])[0]?.proposal).toMatchObject({ kind: "BRANCH", name: "运检部党支部" });
  });
});

test("a unit that a committee or general branch covers itself has its Party organisation", () => {
  expect(said({ kind: "COMPANY", coveredBy: "COMMITTEE" })).toEqual([]);
  expect(said({ coveredBy: "GENERAL_BRANCH" })).toEqual([]);
});

describe("a team", () => {
  const team = (changes: Partial<UnitFacts> = {}) =>
    unit({ kind: "TEAM", name: "变电一班", branch: ownBranch, ...changes });

  test.each([
    [2, 0],
    [3, 1],
    [4, 1],
  ])("with %i full members has %i gaps without a 党小组", (fullMembers, count) => {
    expect(gapsOf([team({ fullMembers, probationaryMembers: 4 })])).toHaveLength(count);
  });

  test("is proposed a 党小组 under its branch, led by its head, with the committee members who work there", () => {
    const committeeMembers = [{ personId: "c", groupId: null }];
    const [gap] = gapsOf([team({ committeeMembers })]);
    expect(gap?.finding).toMatchObject({ rule: "ORG-23", strength: "practice", code: "gap.no_group" });
    expect(gap?.proposal).toEqual({
      act: "create",
      kind: "GROUP",
      name: "变电一班党小组",
      unitId: "u",
      parentId: "b",
      leader: { personId: "head", post: "GROUP_LEADER" },
      joining: ["c"],
    });
    expect(gapsOf([team({ branch: null })])[0]?.proposal).toMatchObject({ parentId: null });
  });

  test.each<[MemberState | null, boolean]>([
    ["FULL", true],
    ["CORRECTING", true],
    ["PROBATIONARY", false],
    ["ACTIVIST", false],
    [null, false],
  ])("whose head is %s proposes the head as leader: %s", (state, proposed) => {
    const proposal = gapsOf([team({ head: { personId: "head", state } })])[0]?.proposal;
    expect(proposal?.act === "create" && proposal.leader !== null).toBe(proposed);
    const led = team({ head: { personId: "head", state }, group: { id: "g", leaderId: "other" } });
    expect(gapsOf([led])).toHaveLength(proposed ? 1 : 0);
  });

  test("without a head proposes nobody", () => {
    expect(gapsOf([team({ head: null })])[0]?.proposal).toMatchObject({ leader: null });
  });

  test("with a 党小组 that its head leads has no gap but committee members elsewhere", () => {
    const group = { id: "g", leaderId: "head" };
    const committeeMembers = [
      { personId: "in", groupId: "g" },
      { personId: "out", groupId: "other" },
      { personId: "none", groupId: null },
    ];
    expect(gapsOf([team({ group })])).toEqual([]);
    expect(gapsOf([team({ group, committeeMembers })]).map(({ proposal }) => proposal)).toEqual([
      { act: "join_group", groupId: "g", personId: "out" },
      { act: "join_group", groupId: "g", personId: "none" },
    ]);
  });

  test("whose 党小组 another leads is proposed its head", () => {
    const [gap] = gapsOf([team({ group: { id: "g", leaderId: null } })]);
    expect(gap?.finding.code).toBe("gap.head_does_not_lead_group");
    expect(gap?.proposal).toEqual({
      act: "appoint",
      organizationId: "g",
      personId: "head",
      post: "GROUP_LEADER",
    });
  });

  test("with a branch for itself needs no 党小组; one of several that a branch covers does", () => {
    expect(gapsOf([team({ coveredBy: "BRANCH" })])).toEqual([]);
    expect(gapsOf([team({ coveredBy: "BRANCH", branch: { ...ownBranch, units: 2 } })])).toHaveLength(1);
  });

  test("needs no branch of its own", () => {
    expect(said({ kind: "TEAM", fullMembers: 9, group: { id: "g", leaderId: "head" } })).toEqual([]);
  });
});

describe("一部门一支部", () => {
  test("is the exact share of departments with a branch for themselves", () => {
    const units = [
      unit({ branch: ownBranch }),
      unit({ branch: { ...ownBranch, departments: 2 } }),
      unit(),
      unit({ fullMembers: 2, branch: ownBranch }),
      unit({ kind: "TEAM", branch: ownBranch }),
    ];
    expect(coverageRate(units)).toEqual({ covered: 1, departments: 3, rate: rational(1, 3) });
  });

  test("has no figure where no department could have a branch", () => {
    expect(coverageRate([unit({ fullMembers: 2 })])).toEqual({ covered: 0, departments: 0, rate: null });
  });
});
