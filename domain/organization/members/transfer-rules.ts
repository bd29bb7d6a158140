import { addDays, addMonthsTo, daysBetween, type PlainDate } from "../../kernel/plain-date.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { type Finding, finding, refuseBy } from "../finding.ts";
import { type MemberLimits, memberLimits } from "./member-limits.ts";

export type TransferLetter = {
  readonly issuedOn: PlainDate;
  readonly validDays: number;
  /** The day the receiving organisation acknowledged; null while it hasn't. */
  readonly acknowledgedOn: PlainDate | null;
};
export type LetterStanding = {
  readonly state: "open" | "expired" | "acknowledged";
  readonly validUntil: PlainDate;
  /** Who answers for the member: the source until it is acknowledged (MEM-07). */
  readonly responsible: "source" | "target";
  /** The highest of the days 30, 60, 80, 90 that has passed without an answer; null before the first. */
  readonly warning: number | null;
};

/** Why a letter can't be given out for so many days, or null: ninety at most (MEM-08). */
export function letterRefusal(validDays: number, limits: MemberLimits = memberLimits): Refusal | null {
  if (Number.isSafeInteger(validDays) && validDays >= 1 && validDays <= limits.letterDaysMost) return null;
  return refuseBy("MEM-08", "transfer.letter_days", { days: validDays, most: limits.letterDaysMost }, "validDays");
}

/** How a letter stands on a day: the source keeps the member until the target acknowledges (MEM-07, MEM-08). */
export function letterStanding(
  { issuedOn, validDays, acknowledgedOn }: TransferLetter,
  today: PlainDate,
  limits: MemberLimits = memberLimits,
): LetterStanding {
  const validUntil = addDays(issuedOn, validDays);
  if (acknowledgedOn !== null && acknowledgedOn <= today) {
    return { state: "acknowledged", validUntil, responsible: "target", warning: null };
  }
  const days = daysBetween(issuedOn, today);
  const passed = limits.letterWarnings.filter((limit) => days >= limit);
  return {
    state: today > validUntil ? "expired" : "open",
    validUntil,
    responsible: "source",
    warning: passed.length === 0 ? null : Math.max(...passed),
  };
}

/**
 * Why a letter can't be acknowledged on a day, or null: not before it was issued, not ahead, and within the days for which
 * it holds (MEM-08).
 */
export function receiptRefusal(
  { issuedOn, validDays }: Pick<TransferLetter, "issuedOn" | "validDays">,
  on: PlainDate,
  today: PlainDate,
): Refusal | null {
  if (on > today) return refuse("transfer.in_future", { today }, "on");
  if (on < issuedOn) return refuse("transfer.before_letter", { issuedOn }, "on");
  const until = addDays(issuedOn, validDays);
  return on > until ? refuse("transfer.letter_expired", { until }, "on") : null;
}

export type Arrival = Pick<TransferLetter, "issuedOn" | "validDays"> & {
  /** First day in the receiving branch. */
  readonly on: PlainDate;
  readonly memberState: "FULL" | "PROBATIONARY";
  /** Day of the branch meeting that admitted him; null where it isn't known. */
  readonly joinedOn: PlainDate | null;
};

/**
 * Why somebody from an organisation outside the register can't be taken in by a letter of transfer, or null (MEM-07,
 * MEM-08): the letter has to hold on the day, and of a probationary member the day of joining has to be known, as
 * probation counts from it (DEV-T8). The state is that of the letter: a transfer changes none.
 */
export function arrivalRefusal(arrival: Arrival, today: PlainDate): Refusal | null {
  const refusal = letterRefusal(arrival.validDays) ?? receiptRefusal(arrival, arrival.on, today);
  if (refusal) return refusal;
  const { memberState, joinedOn, issuedOn } = arrival;
  if (memberState === "PROBATIONARY" && joinedOn === null) return refuse("transfer.joining_missing", {}, "joinedOn");
  return joinedOn !== null && joinedOn > issuedOn
    ? refuse("transfer.joined_after_letter", { issuedOn }, "joinedOn")
    : null;
}

/** Why a transfer can't be turned down, or null: nobody is turned down without a reason (MEM-07). */
export function rejectionRefusal(reason: string): Refusal | null {
  return reason.trim() === "" ? refuseBy("MEM-07", "transfer.rejected_without_reason", {}, "reason") : null;
}

/** A finding where somebody has been away for six months or more: transferred if in one place (MEM-07), else floating (MEM-09). */
export function awayFinding(
  { awaySince, onePlace }: { readonly awaySince: PlainDate; readonly onePlace: boolean },
  today: PlainDate,
  limits: MemberLimits = memberLimits,
): Finding | null {
  const from = addMonthsTo(awaySince, limits.awayMonths);
  if (today < from) return null;
  return onePlace
    ? finding("MEM-07", "member.transfer_due", { since: awaySince, from })
    : finding("MEM-09", "member.floating", { since: awaySince, from });
}

/** A finding where nobody has been in touch with a floating member for a quarter (MEM-09); how often is the product's default. */
export function contactFinding(
  { floatingSince, lastContactOn }: { readonly floatingSince: PlainDate; readonly lastContactOn: PlainDate | null },
  today: PlainDate,
  limits: MemberLimits = memberLimits,
): Finding | null {
  const last = lastContactOn !== null && lastContactOn > floatingSince ? lastContactOn : floatingSince;
  const due = addMonthsTo(last, limits.contactMonths);
  return today <= due ? null : finding("MEM-09", "member.contact_overdue", { last, due }, "design");
}
