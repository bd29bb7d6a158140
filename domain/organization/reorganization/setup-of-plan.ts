import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { type Finding, finding } from "../finding.ts";
import { creationRefusal } from "../kinds/act-rules.ts";
import { type KindLimits, kindLimits } from "../kinds/organization-facts.ts";
import { setupFindings } from "../kinds/setup-rules.ts";
import { votingRight } from "../organization-rules.ts";
import { isBranchKind } from "../things.ts";
import type { NewOrganization, SortedActs } from "./acts.ts";
import { currentOn } from "./next-people.ts";
import type { MembershipRow, OrganizationRow } from "./reorganization-rows.ts";
import { about } from "./tree-refusals.ts";

type Members = { fullMembers: number; probationaryMembers: number };
export type FindingAt = { readonly organizationId: string; readonly finding: Finding };
type Input = {
  readonly acts: SortedActs;
  readonly after: ReadonlyMap<string, OrganizationRow>;
  readonly memberships: { readonly before: readonly MembershipRow[]; readonly after: readonly MembershipRow[] };
  readonly effectiveOn: PlainDate;
  readonly limits?: KindLimits;
};

/**
 * The rules of setting up, held against the members there are after the acts: refusals for new organisations that
 * a must forbids, findings for what is only usual and for branches that the acts leave with too few.
 */
export function setupOfPlan({ acts, after, memberships, effectiveOn, limits = kindLimits }: Input): {
  refusals: Refusal[];
  findings: FindingAt[];
} {
  const counts = countsOf(currentOn(memberships.after, effectiveOn), after);
  const old = countsOf(currentOn(memberships.before, effectiveOn), after);
  const refusals: Refusal[] = [];
  const findings: FindingAt[] = [];
  for (const { organization, act } of acts.created) {
    const facts = factsOf(organization, counts.get(organization.id));
    const refusal = creationRefusal(facts, limits);
    if (refusal !== null) refusals.push(about(refusal.code, act, organization.id, refusal.values));
    for (const each of setupFindings(facts, limits)) {
      if (each.strength !== "must") findings.push({ organizationId: organization.id, finding: each });
    }
  }
  for (const [organizationId, members] of old) {
    const row = after.get(organizationId);
    const left = counts.get(organizationId)?.fullMembers ?? 0;
    const shrank = members.fullMembers >= limits.branchFullMembers && left < limits.branchFullMembers;
    if (!row || row.validTo !== null || !isBranchKind(row.kind) || row.kind === "TEMP_BRANCH" || !shrank) continue;
    const values = { because: "ORG-01", fullMembers: left, least: limits.branchFullMembers };
    findings.push({ organizationId, finding: finding("ORG-05", "organization.adjust_or_revoke", values) });
  }
  return { refusals, findings };
}

function factsOf(organization: NewOrganization, members: Members | undefined) {
  return {
    id: organization.id,
    kind: organization.kind,
    fullMembers: members?.fullMembers ?? 0,
    probationaryMembers: members?.probationaryMembers ?? 0,
    units: organization.unitIds.length,
    projectMonths: organization.projectMonths,
    approved: organization.approved,
    committee: { people: 0, posts: {}, standing: null },
    groups: [],
  };
}

/** Members of each organisation: those of a branch count in everything above it as well. */
function countsOf(
  current: readonly MembershipRow[],
  organizations: ReadonlyMap<string, OrganizationRow>,
): Map<string, Members> {
  const counts = new Map<string, Members>();
  for (const { organizationId, state } of current) {
    const full = votingRight(state);
    if (!full && state !== "PROBATIONARY") continue;
    const seen = new Set<string>();
    for (
      let id: string | null = organizationId;
      id !== null && !seen.has(id);
      id = organizations.get(id)?.parentId ?? null
    ) {
      seen.add(id);
      const count = counts.get(id) ?? { fullMembers: 0, probationaryMembers: 0 };
      if (full) count.fullMembers += 1;
      else count.probationaryMembers += 1;
      counts.set(id, count);
    }
  }
  return counts;
}
