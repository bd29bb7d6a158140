import { addMonthsTo, type PlainDate } from "../../kernel/plain-date.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { refuseBy } from "../finding.ts";
import type { OrganizationKind } from "../things.ts";
import { approverRefusal } from "./approver-rules.ts";
import { type DevelopmentCase, type DevelopmentLimits, developmentLimits, doneOn } from "./case-facts.ts";

/** The last day of probation: a year from the branch meeting, and what it was extended by (DEV-T8, DEV-M). */
export function probationEnd(
  meetingOn: PlainDate,
  extensionMonths: number | null,
  limits: DevelopmentLimits = developmentLimits,
): PlainDate {
  return addMonthsTo(meetingOn, limits.probationMonths + (extensionMonths ?? 0));
}

/** The last day of probation in a case, or null before the branch meeting. */
export function probationEndOf(
  each: Pick<DevelopmentCase, "taken" | "extensionMonths">,
  limits: DevelopmentLimits = developmentLimits,
): PlainDate | null {
  const meetingOn = doneOn(each, 15);
  return meetingOn === null ? null : probationEnd(meetingOn, each.extensionMonths, limits);
}

/** 党龄起算日: the end of probation once the full membership is approved, whenever that was (DEV-T10); null before. */
export function standingDate(
  each: Pick<DevelopmentCase, "taken" | "extensionMonths">,
  limits: DevelopmentLimits = developmentLimits,
): PlainDate | null {
  return doneOn(each, 24) === null ? null : probationEndOf(each, limits);
}

export type Extension = {
  readonly months: number;
  readonly extendedBefore: boolean;
  /** The branch meeting has voted for it. */
  readonly resolved: boolean;
  readonly approver: { readonly kind: OrganizationKind; readonly authorised: boolean } | null;
};

/** Why probation can't be extended so, or null: once, by six to twelve months (DEV-T8), by the meeting and the committee (DEV-C2). */
export function extensionRefusal(extension: Extension, limits: DevelopmentLimits = developmentLimits): Refusal | null {
  const { months, extendedBefore, resolved, approver } = extension;
  const { extensionLeast: least, extensionMost: most } = limits;
  if (extendedBefore) return refuseBy("DEV-T8", "development.extended_before");
  if (!Number.isSafeInteger(months) || months < least || months > most) {
    return refuseBy("DEV-T8", "development.extension_months", { months, least, most }, "months");
  }
  if (!resolved) return refuseBy("DEV-C2", "development.extension_without_resolution", {}, "resolved");
  if (approver === null) return refuseBy("DEV-C2", "development.extension_without_approval", {}, "approver");
  return approverRefusal(approver.kind, approver.authorised);
}
