import type { PlainDate } from "../kernel/plain-date.ts";
import { type DutySlot, isOpenState, type ObligationState } from "./things.ts";

/** A duty that one subject has by one line, or by a line of the same work that the plan no longer has. */
export type IssuedDuty = DutySlot & {
  readonly id: string;
  readonly state: ObligationState;
  /** It was waived because the plan changed, and not because somebody decided so for this one. */
  readonly waivedByPlan: boolean;
  /** Of the line that is looked at, and not of one that ended. */
  readonly ofLine: boolean;
};

export type DutyChanges = {
  readonly add: readonly DutySlot[];
  readonly waive: readonly string[];
  /** Waived by an earlier change and wanted again. */
  readonly reopen: readonly string[];
  /** The same duty, with another last day. */
  readonly move: readonly { readonly id: string; readonly dueOn: PlainDate }[];
  readonly keep: number;
};

/**
 * What a changed line means for one subject, from a day on. What began before that day, is past its day or was done stays
 * as it is; what somebody waived by decision stays waived; nothing is asked for a second time for the same days.
 */
export function dutyChanges(
  wanted: readonly DutySlot[],
  issued: readonly IssuedDuty[],
  from: PlainDate,
  today: PlainDate,
): DutyChanges {
  const isToCome = ({ periodFrom, dueOn }: DutySlot) => periodFrom >= from && dueOn >= today;
  const coming = wanted.filter(isToCome);
  const wantedOf = (duty: IssuedDuty) => (duty.ofLine ? coming.find((slot) => isSame(slot, duty)) : undefined);
  const own = issued.filter(({ ofLine }) => ofLine);
  const waived = own.filter((duty) => isOpenState(duty.state) && isToCome(duty) && !wantedOf(duty));
  const reopened = own.filter((duty) => duty.state === "waived" && duty.waivedByPlan && wantedOf(duty));
  const moved = own.flatMap((duty) => {
    const slot = wantedOf(duty);
    const other = slot !== undefined && slot.dueOn !== duty.dueOn && isToCome(duty);
    return other && (isOpenState(duty.state) || reopened.includes(duty)) ? [{ id: duty.id, dueOn: slot.dueOn }] : [];
  });
  const standing = issued.filter((duty) => duty.state !== "waived" && !waived.includes(duty));
  const add = coming.filter(
    (slot) =>
      !own.some((duty) => isSame(slot, duty)) &&
      !standing.some((duty) => overlaps(slot, duty) && !(duty.ofLine && hasSamePeriod(slot, duty))),
  );
  return {
    add,
    waive: waived.map(({ id }) => id),
    reopen: reopened.map(({ id }) => id),
    move: moved,
    keep: standing.filter(({ ofLine }) => ofLine).length,
  };
}

function hasSamePeriod(a: DutySlot, b: DutySlot): boolean {
  return a.periodFrom === b.periodFrom && a.periodTo === b.periodTo;
}

function isSame(a: DutySlot, b: DutySlot): boolean {
  return hasSamePeriod(a, b) && a.occurrence === b.occurrence;
}

function overlaps(a: DutySlot, b: DutySlot): boolean {
  return a.periodFrom <= b.periodTo && b.periodFrom <= a.periodTo;
}
