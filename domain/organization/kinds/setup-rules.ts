import { type Finding, finding } from "../finding.ts";
import { type KindLimits, kindLimits, membersOf, type OrganizationFacts } from "./organization-facts.ts";

/** Whether an organisation still fits its kind: ORG-01, ORG-02, ORG-03, ORG-06, ORG-07, ORG-08. */
export function setupFindings(facts: OrganizationFacts, limits: KindLimits = kindLimits): Finding[] {
  switch (facts.kind) {
    case "BRANCH":
      return branchFindings(facts, limits);
    case "JOINT_BRANCH":
      return [...branchFindings(facts, limits), ...jointFindings(facts, limits)];
    case "PROJECT_BRANCH":
      return [...branchFindings(facts, limits), ...projectFindings(facts, limits)];
    case "TEMP_BRANCH":
      return facts.approved ? [] : [finding("ORG-06", "organization.temporary_without_approval")];
    case "COMMITTEE":
      return committeeFindings(facts, limits);
    case "GENERAL_BRANCH":
      return generalBranchFindings(facts, limits);
    default:
      return [];
  }
}

function branchFindings(facts: OrganizationFacts, limits: KindLimits): Finding[] {
  const { fullMembers } = facts;
  const members = membersOf(facts);
  const findings: Finding[] = [];
  if (fullMembers < limits.branchFullMembers) {
    findings.push(
      finding("ORG-01", "organization.too_few_full_members", { fullMembers, least: limits.branchFullMembers }),
    );
  }
  if (members > limits.branchMembersUsual) {
    const values = { members, most: limits.branchMembersUsual };
    findings.push(finding("ORG-01", "organization.more_members_than_usual", values, "general"));
  }
  return findings;
}

function jointFindings({ units }: OrganizationFacts, limits: KindLimits): Finding[] {
  if (units === null) return [];
  if (units < 2) return [finding("ORG-02", "organization.joint_of_one_unit", { units })];
  if (units <= limits.jointUnitsUsual) return [];
  return [finding("ORG-02", "organization.more_units_than_usual", { units, most: limits.jointUnitsUsual })];
}

function projectFindings({ projectMonths }: OrganizationFacts, limits: KindLimits): Finding[] {
  if (projectMonths === null || projectMonths >= limits.projectMonths) return [];
  return [finding("ORG-03", "organization.project_too_short", { months: projectMonths, least: limits.projectMonths })];
}

function committeeFindings(facts: OrganizationFacts, limits: KindLimits): Finding[] {
  const members = membersOf(facts);
  if (members >= limits.committeeMembers || facts.approved) return [];
  return [finding("ORG-07", "organization.too_few_members", { members, least: limits.committeeMembers })];
}

function generalBranchFindings(facts: OrganizationFacts, limits: KindLimits): Finding[] {
  const members = membersOf(facts);
  if (members >= limits.committeeMembers) {
    return [finding("ORG-08", "organization.members_for_committee", { members, most: limits.committeeMembers - 1 })];
  }
  if (members >= limits.generalBranchMembers || facts.approved) return [];
  return [finding("ORG-08", "organization.too_few_members", { members, least: limits.generalBranchMembers })];
}
