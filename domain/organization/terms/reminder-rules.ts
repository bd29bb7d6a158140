import { addDays, addMonthsTo, daysBetween, type PlainDate } from "../../kernel/plain-date.ts";
import type { Strength } from "../basis-things.ts";

export type ReminderLadder = {
  readonly monthsBefore: readonly number[];
  readonly overdueEveryDays: number;
};
export const reminderLadder: ReminderLadder = { monthsBefore: [6, 4, 3, 1, 0], overdueEveryDays: 7 };

export type Reminder = {
  readonly on: PlainDate;
  /** Months before the end of the term; null when overdue. */
  readonly monthsBefore: number | null;
  /** Which weekly one it is; 0 before the term has ended. */
  readonly overdue: number;
  /** Six months before is the regulation's own; the others are practice. */
  readonly rule: "ORG-15" | "ORG-16";
  readonly strength: Strength;
  readonly to: "organization" | "superior";
};

/**
 * The reminders up to a day for a term that ends on `endsOn`, oldest first: at the months of the ladder, then weekly to
 * the superior while nobody has been elected. Asking every day and keeping what was sent by `on` reminds once each.
 */
export function remindersUpTo(
  endsOn: PlainDate,
  today: PlainDate,
  ladder: ReminderLadder = reminderLadder,
): Reminder[] {
  const before = ladder.monthsBefore
    .map((months): Reminder => {
      const legal = months === 6;
      return {
        on: addMonthsTo(endsOn, -months),
        monthsBefore: months,
        overdue: 0,
        rule: legal ? "ORG-15" : "ORG-16",
        strength: legal ? "general" : "practice",
        to: "organization",
      };
    })
    .filter(({ on }) => on <= today);
  return [...before, ...overdueReminders(endsOn, today, ladder.overdueEveryDays)];
}

function overdueReminders(endsOn: PlainDate, today: PlainDate, everyDays: number): Reminder[] {
  const count = Math.max(0, Math.floor(daysBetween(endsOn, today) / everyDays));
  return Array.from({ length: count }, (_, index) => ({
    on: addDays(endsOn, (index + 1) * everyDays),
    monthsBefore: null,
    overdue: index + 1,
    rule: "ORG-16",
    strength: "practice",
    to: "superior",
  }));
}
