import { type Finding, finding } from "../finding.ts";
import { committeeFindings } from "./committee-rules.ts";
import { groupFindings } from "./group-rules.ts";
import { type KindLimits, kindLimits, type OrganizationFacts } from "./organization-facts.ts";
import { setupFindings } from "./setup-rules.ts";

export type CheckedOrganization = { readonly id: string; readonly findings: readonly Finding[] };

/**
 * The monthly check of ORG-05 over any number of organisations in one pass: what the rules of kinds have to say about
 * each, in the order given. Where a must of the set-up no longer holds, the first finding says that the organisation is
 * to be adjusted or revoked, and by which rule.
 */
export function monthlyCheck(
  organizations: readonly OrganizationFacts[],
  limits: KindLimits = kindLimits,
): CheckedOrganization[] {
  return organizations.map((facts) => {
    const setup = setupFindings(facts, limits);
    const broken = setup.find(({ strength }) => strength === "must");
    const adjust = broken ? [finding("ORG-05", "organization.adjust_or_revoke", { because: broken.rule })] : [];
    return {
      id: facts.id,
      findings: [...adjust, ...setup, ...committeeFindings(facts, limits), ...groupFindings(facts, limits)],
    };
  });
}
