import { isPlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { refuseBy } from "../finding.ts";
import type { MemberState } from "../things.ts";
import { hasLeft } from "./shown-state.ts";

export type NewExclusion = {
  /** The superior that agreed, and when; it asks for both. */
  readonly approvedBy: string;
  readonly approvedOn: PlainDate | null;
  /** Day of the resolution of the branch's meeting. */
  readonly resolvedOn: PlainDate | null;
  readonly validFrom: PlainDate;
};

/** A stretch of days that stands already. */
type Stretch = { readonly from: PlainDate; readonly to: PlainDate | null };

/**
 * Why somebody can't be left out of the voters, or null (VOTE-08): the superior has to have agreed and the meeting to have
 * resolved it, both before the first day.
 */
export function exclusionRefusal(
  { approvedBy, approvedOn, resolvedOn, validFrom }: NewExclusion,
  member: { readonly state: MemberState; readonly standing: readonly Stretch[] },
  today: PlainDate,
): Refusal | null {
  if (hasLeft(member.state)) return refuse("member.not_a_member");
  if (approvedBy.trim() === "" || approvedOn === null)
    return refuseBy("VOTE-08", "voter.approval_missing", {}, "approvedOn");
  if (resolvedOn === null) return refuseBy("VOTE-08", "voter.resolution_missing", {}, "resolvedOn");
  const last = approvedOn > resolvedOn ? approvedOn : resolvedOn;
  if (last > today) return refuse("member.in_future", { today }, approvedOn > today ? "approvedOn" : "resolvedOn");
  if (validFrom < last) return refuseBy("VOTE-08", "voter.before_decision", { on: last }, "validFrom");
  return stretchRefusal(validFrom, member.standing, today);
}

/** Why an impediment can't begin on a day, or null (VOTE-09). */
export function impedimentRefusal(
  validFrom: PlainDate,
  member: { readonly state: MemberState; readonly standing: readonly Stretch[] },
  today: PlainDate,
): Refusal | null {
  if (hasLeft(member.state)) return refuse("member.not_a_member");
  return stretchRefusal(validFrom, member.standing, today);
}

function stretchRefusal(validFrom: PlainDate, standing: readonly Stretch[], today: PlainDate): Refusal | null {
  if (!isPlainDate(validFrom) || validFrom > today) return refuse("member.in_future", { today }, "validFrom");
  const overlaps = standing.some(({ to }) => to === null || to >= validFrom);
  return overlaps ? refuse("voter.entered_already", {}, "validFrom") : null;
}

/** Why such a stretch can't end on a day, or null. */
export function endRefusal({ from, to }: Stretch, lastDay: PlainDate): Refusal | null {
  if (to !== null) return refuse("voter.ended", { to });
  return lastDay < from ? refuse("voter.end_before_start", { from }, "lastDay") : null;
}
