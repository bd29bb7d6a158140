import { daysBetween, type PlainDate } from "../kernel/plain-date.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { hasControlCharacters } from "../kernel/text-rules.ts";
import type { Presence } from "../standards/things.ts";

/** Within so many days somebody who was away makes up for it (MTG-19); later it says why. */
export const makeUpDays = 30;

/** How it was made up for: 个别补学、补课、送学上门. */
export const makeUpWays = ["alone", "lesson", "at_home"] as const;
export type MakeUpWay = (typeof makeUpWays)[number];

export type MakeUp = { readonly madeUpOn: PlainDate; readonly note: string; readonly lateReason: string };
/** Somebody's mark in a record and whether it was made up for already; null where he wasn't expected. */
export type Absence = { readonly occurredOn: PlainDate; readonly presence: Presence | null; readonly madeUp: boolean };

/** Why this can't be entered as 补课, or null. A make-up never changes the absence: it is a fact of its own. */
export function makeUpRefusal(
  absence: Absence,
  { madeUpOn, note, lateReason }: MakeUp,
  today: PlainDate,
): Refusal | null {
  if (absence.presence === null) return refuse("make_up.not_expected", {}, "personId");
  if (absence.presence === "present") return refuse("make_up.was_present", {}, "personId");
  if (absence.madeUp) return refuse("make_up.twice", {}, "personId");
  if (madeUpOn > today) return refuse("record.date.in_future", { date: madeUpOn, today }, "madeUpOn");
  if (madeUpOn < absence.occurredOn) return refuse("make_up.before_meeting", {}, "madeUpOn");
  if (hasControlCharacters(note)) return refuse("record.text.control_characters", {}, "note");
  if (hasControlCharacters(lateReason)) return refuse("record.text.control_characters", {}, "lateReason");
  if (daysBetween(absence.occurredOn, madeUpOn) > makeUpDays && lateReason.trim() === "")
    return refuse("make_up.late_reason_missing", { days: makeUpDays }, "lateReason");
  return null;
}
