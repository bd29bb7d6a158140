import { addDays, type PlainDate, wholeMonthsBetween } from "../../kernel/plain-date.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { refuseBy } from "../finding.ts";
import type { OrganizationKind } from "../things.ts";
import { type KindLimits, kindLimits } from "./organization-facts.ts";

/** What a project or temporary branch is set up for, until when, and by whose approval. */
export type Binding = {
  readonly kind: OrganizationKind;
  readonly validFrom: PlainDate;
  readonly boundTo: string | null;
  /** Planned last day; null where it isn't known. */
  readonly boundUntil: PlainDate | null;
  readonly approval: string | null;
};

/**
 * Why the branch can't be set up for this, or null: a project branch names its project, which takes six months or more
 * (ORG-03); a temporary one names its task and the approval it was set up by (ORG-06); no other kind is bound.
 */
export function bindingRefusal(binding: Binding, limits: KindLimits = kindLimits): Refusal | null {
  const { kind, boundTo, boundUntil, validFrom } = binding;
  if (kind !== "PROJECT_BRANCH" && kind !== "TEMP_BRANCH") {
    return boundTo === null && boundUntil === null
      ? null
      : refuse("organization.not_bound", { kind }, boundTo === null ? "boundUntil" : "boundTo");
  }
  const rule = kind === "PROJECT_BRANCH" ? "ORG-03" : "ORG-06";
  if (boundTo === null) return refuseBy(rule, "organization.bound_to_missing", {}, "boundTo");
  if (boundUntil !== null && boundUntil < validFrom) {
    return refuse("organization.end_before_start", { from: validFrom, to: boundUntil }, "boundUntil");
  }
  if (kind === "TEMP_BRANCH") {
    return binding.approval === null ? refuseBy(rule, "organization.temporary_without_approval", {}, "approval") : null;
  }
  const months = boundUntil === null ? null : projectMonths(validFrom, boundUntil);
  return months !== null && months < limits.projectMonths
    ? refuseBy(rule, "organization.project_too_short", { months, least: limits.projectMonths }, "boundUntil")
    : null;
}

/** Whole months of a project, its last day included. */
export function projectMonths(from: PlainDate, lastDay: PlainDate): number {
  return wholeMonthsBetween(from, addDays(lastDay, 1));
}
