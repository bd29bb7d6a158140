import { type Finding, finding } from "../finding.ts";
import { votingRight } from "../organization-rules.ts";
import { isBranchKind, type OrganizationKind, type Post } from "../things.ts";
import { type GapLimits, gapLimits, type UnitFacts } from "./unit-facts.ts";

/** What one click would do; the names of kinds in the new name are those people write. */
export type Proposal =
  | {
      readonly act: "create";
      readonly kind: OrganizationKind;
      readonly name: string;
      readonly unitId: string;
      /** The organisation it would stand under; null where nobody has said which. */
      readonly parentId: string | null;
      /** Only ever a full member; null where the head of the unit isn't one. */
      readonly leader: { readonly personId: string; readonly post: Post } | null;
      /** 支委 who work there and would come into the new 党小组 (支部委员下沉). */
      readonly joining: readonly string[];
    }
  | { readonly act: "appoint"; readonly organizationId: string; readonly personId: string; readonly post: Post }
  | { readonly act: "join_group"; readonly groupId: string; readonly personId: string };

export type Gap = { readonly unitId: string; readonly finding: Finding; readonly proposal: Proposal };

/**
 * 应建必建: units that ought to have a branch (ORG-01, ORG-03) or a 党小组 (ORG-23) and have none, units that share a
 * branch although they could have their own (ORG-02), and what is left to do in teams that have their 党小组. In the
 * order given; a unit may have several.
 */
export function gapsOf(units: readonly UnitFacts[], limits: GapLimits = gapLimits): Gap[] {
  return units.flatMap((unit) => (unit.kind === "TEAM" ? gapsOfTeam(unit, limits) : gapOfUnit(unit, limits)));
}

function gapOfUnit(unit: UnitFacts, limits: GapLimits): Gap[] {
  const { fullMembers, branch } = unit;
  if (fullMembers < limits.branchFullMembers) return [];
  const values = { unit: unit.name, fullMembers, least: limits.branchFullMembers };
  if (branch === null) {
    // A committee or general branch covers it: its people belong to the branches below that.
    if (unit.coveredBy !== null) return [];
    const { kind, suffix } = branchFor(unit, limits);
    const rule = kind === "PROJECT_BRANCH" ? "ORG-03" : kind === "TEMP_BRANCH" ? "ORG-06" : "ORG-01";
    return [
      { unitId: unit.id, finding: finding(rule, "gap.no_branch", values), proposal: newBranch(unit, kind, suffix) },
    ];
  }
  if (branch.kind !== "JOINT_BRANCH") return [];
  return [
    {
      unitId: unit.id,
      finding: finding("ORG-02", "gap.own_branch_possible", values),
      proposal: newBranch(unit, "BRANCH", "党支部"),
    },
  ];
}

/** A project of less than six months has a temporary branch at most; of one whose length nobody has said a branch is asked. */
function branchFor(unit: UnitFacts, limits: GapLimits): { kind: OrganizationKind; suffix: string } {
  if (unit.kind !== "PROJECT") return { kind: "BRANCH", suffix: "党支部" };
  return unit.projectMonths !== null && unit.projectMonths < limits.projectMonths
    ? { kind: "TEMP_BRANCH", suffix: "临时党支部" }
    : { kind: "PROJECT_BRANCH", suffix: "项目党支部" };
}

function newBranch(unit: UnitFacts, kind: OrganizationKind, suffix: string): Proposal {
  return {
    act: "create",
    kind,
    name: `${unit.name}${suffix}`,
    unitId: unit.id,
    parentId: unit.superiorId,
    leader: leaderOf(unit, "SECRETARY"),
    joining: [],
  };
}

function gapsOfTeam(unit: UnitFacts, limits: GapLimits): Gap[] {
  if (unit.fullMembers < limits.teamFullMembers || hasBranchForItself(unit)) return [];
  const leader = leaderOf(unit, "GROUP_LEADER");
  const values = { unit: unit.name, fullMembers: unit.fullMembers, least: limits.teamFullMembers };
  const gap = (code: string, proposal: Proposal): Gap => ({
    unitId: unit.id,
    finding: finding("ORG-23", code, values),
    proposal,
  });
  const { group } = unit;
  if (group === null) {
    return [
      gap("gap.no_group", {
        act: "create",
        kind: "GROUP",
        name: `${unit.name}党小组`,
        unitId: unit.id,
        parentId: unit.branch?.id ?? null,
        leader,
        joining: unit.committeeMembers.map(({ personId }) => personId),
      }),
    ];
  }
  const appoint: Gap[] =
    leader === null || leader.personId === group.leaderId
      ? []
      : [gap("gap.head_does_not_lead_group", { act: "appoint", organizationId: group.id, ...leader })];
  return [
    ...appoint,
    ...unit.committeeMembers
      .filter(({ groupId }) => groupId !== group.id)
      .map(({ personId }) =>
        gap("gap.committee_member_outside_group", { act: "join_group", groupId: group.id, personId }),
      ),
  ];
}

/** A branch built on the team alone needs no 党小组 for it. */
function hasBranchForItself({ branch, coveredBy }: UnitFacts): boolean {
  return branch?.units === 1 && coveredBy !== null && isBranchKind(coveredBy);
}

/** The head of the unit, if a full member: somebody probationary leads nothing (ORG-22, VOTE-09). */
function leaderOf({ head }: UnitFacts, post: Post): { personId: string; post: Post } | null {
  return head?.state && votingRight(head.state) ? { personId: head.personId, post } : null;
}
