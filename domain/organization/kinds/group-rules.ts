import { type Finding, finding } from "../finding.ts";
import { votingRight } from "../organization-rules.ts";
import { isBranchKind } from "../things.ts";
import {
  type GroupFacts,
  type KindLimits,
  kindLimits,
  membersOf,
  type OrganizationFacts,
} from "./organization-facts.ts";

/** Whether a branch has the 党小组 it should have, and each of them its members and its leader (ORG-22). */
export function groupFindings(facts: OrganizationFacts, limits: KindLimits = kindLimits): Finding[] {
  if (!isBranchKind(facts.kind)) return [];
  const members = membersOf(facts);
  if (facts.groups.length === 0) {
    return members < limits.groupsSuggestedFrom
      ? []
      : [finding("ORG-22", "group.suggested", { members, from: limits.groupsSuggestedFrom })];
  }
  return facts.groups.flatMap((group) => findingsOf(group, limits));
}

function findingsOf(group: GroupFacts, limits: KindLimits): Finding[] {
  const members = membersOf(group);
  const { id, fullMembers } = group;
  const findings: Finding[] = [];
  if (members < limits.groupMembers) {
    findings.push(finding("ORG-22", "group.too_few_members", { group: id, members, least: limits.groupMembers }));
  }
  if (fullMembers < limits.groupFullMembers) {
    const values = { group: id, fullMembers, least: limits.groupFullMembers };
    findings.push(finding("ORG-22", "group.without_full_member", values));
  }
  if (group.leader === null) findings.push(finding("ORG-22", "group.without_leader", { group: id }));
  else if (!votingRight(group.leader)) {
    findings.push(finding("ORG-22", "group.leader_not_full_member", { group: id, state: group.leader }));
  }
  return findings;
}
