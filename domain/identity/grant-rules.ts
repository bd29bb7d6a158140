import { isPlainDate } from "../kernel/plain-date.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import type { Grant } from "./access-policy.ts";
import { isAdministratorRole } from "./things.ts";

/** A grant as far as the rules of granting look at it. */
export type GrantTerms = Pick<Grant, "role" | "organizationId" | "validFrom" | "validTo">;

/**
 * Why one account can't be given this grant beside those it has, or null. The three administrators exclude each other
 * and hold no business role at the same time (SEC-08); a supervisor is sent for a limited time.
 */
export function grantRefusal(existing: readonly GrantTerms[], grant: GrantTerms): Refusal | null {
  if (!isPlainDate(grant.validFrom)) return refuse("grant.date_invalid", {}, "validFrom");
  if (grant.validTo !== null && !isPlainDate(grant.validTo)) return refuse("grant.date_invalid", {}, "validTo");
  if (grant.validTo !== null && grant.validTo < grant.validFrom) {
    return refuse("grant.end_before_start", { from: grant.validFrom, to: grant.validTo }, "validTo");
  }
  if (grant.role === "supervisor" && grant.validTo === null) {
    return refuse("grant.supervisor_needs_end", {}, "validTo");
  }
  for (const held of existing) {
    if (!overlap(held, grant)) continue;
    if (held.role === grant.role) {
      if (held.organizationId === grant.organizationId)
        return refuse("grant.already_held", { role: grant.role }, "role");
      continue;
    }
    const administrators = [held.role, grant.role].filter(isAdministratorRole).length;
    const values = { held: held.role, role: grant.role };
    if (administrators === 2) return refuse("grant.administrators_exclude_each_other", values, "role");
    if (administrators === 1) return refuse("grant.administrator_holds_no_business_role", values, "role");
  }
  return null;
}

function overlap(a: GrantTerms, b: GrantTerms): boolean {
  return (a.validTo === null || a.validTo >= b.validFrom) && (b.validTo === null || b.validTo >= a.validFrom);
}
