import type { Refusal } from "../../kernel/refusal.ts";
import { refuseBy } from "../finding.ts";
import type { OrganizationKind } from "../things.ts";

const approvers: readonly OrganizationKind[] = ["COMMITTEE", "OFFICE_COMMITTEE"];

/**
 * Why an organisation of this kind can't approve who becomes a probationary or full member, or null (DEV-C1): Party
 * committees do; a general branch only when authorised; a 党组 and temporary organisations never.
 */
export function approverRefusal(kind: OrganizationKind, authorised = false): Refusal | null {
  if (approvers.includes(kind) || (kind === "GENERAL_BRANCH" && authorised)) return null;
  return refuseBy("DEV-C1", "development.approver_without_authority", { kind }, "approver");
}
