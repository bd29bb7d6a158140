import type { PlainDate } from "../../kernel/plain-date.ts";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import { refuseBy } from "../finding.ts";
import { deferredUntil } from "../members/membership-rules.ts";
import { type DevelopmentCase, doneOn } from "./case-facts.ts";
import { probationEndOf } from "./probation-rules.ts";

export type Deferral = {
  /** The day on which the branch decided it. */
  readonly on: PlainDate;
  readonly months: number;
  /** First day in the present branch of somebody transferred into it during probation; null of whoever was there before. */
  readonly transferredInOn: PlainDate | null;
};

/**
 * Until when the discussion of a transferred probationary member is put off, or why it can't be (MEM-11): once, before it
 * has taken place, by one to six months after the end of probation. The standing counts from that end all the same (DEV-T10).
 */
export function decideDeferral(
  each: DevelopmentCase,
  { on, months, transferredInOn }: Deferral,
  today: PlainDate,
): PlainDate | Refusal {
  const probationEndsOn = probationEndOf(each);
  if (probationEndsOn === null || doneOn(each, 17) === null) return refuseBy("MEM-11", "development.not_on_probation");
  if (doneOn(each, 23) !== null) return refuseBy("MEM-11", "development.discussed_before");
  if (each.deferredMonths > 0) return refuseBy("MEM-11", "development.deferred_before");
  const until = deferredUntil({ probationEndsOn, months, transferredIn: transferredInOn !== null });
  if (isRefusal(until)) return until;
  if (on > today) return refuseBy("DEV-C3", "development.date_in_future", { step: 23, on, today }, "on");
  if (transferredInOn !== null && on < transferredInOn) {
    return refuseBy("MEM-11", "development.deferred_before_transfer", { transferredInOn }, "on");
  }
  return until;
}

/** Whether the branch may still put the discussion off: what the page asks before it offers it (MEM-11). */
export function mayDefer(each: DevelopmentCase, transferredInOn: PlainDate | null, today: PlainDate): boolean {
  return !isRefusal(decideDeferral(each, { on: today, months: 1, transferredInOn }, today));
}
