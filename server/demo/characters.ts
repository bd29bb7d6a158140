import { addMonths, type Month, monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";

/** How a branch works in a month, as probabilities. */
type Habits = {
  /** That one member misses one event. */
  readonly absence: number;
  /** That a meeting is not held. */
  readonly gap: number;
  /** That minutes are too short to say anything. */
  readonly shortMinutes: number;
  /** That a required topic is left out. */
  readonly topicMissing: number;
  /** That an event is entered more than a week later. */
  readonly lateEntry: number;
};

const exemplary: Habits = { absence: 0.07, gap: 0, shortMinutes: 0.03, topicMissing: 0.05, lateEntry: 0.01 };
const steady: Habits = { absence: 0.13, gap: 0.06, shortMinutes: 0.1, topicMissing: 0.18, lateEntry: 0.04 };
const hasty: Habits = { absence: 0.15, gap: 0.08, shortMinutes: 0.5, topicMissing: 0.5, lateEntry: 0.2 };
const shifts: Habits = { absence: 0.3, gap: 0.08, shortMinutes: 0.12, topicMissing: 0.2, lateEntry: 0.08 };
const weak: Habits = { absence: 0.32, gap: 0.65, shortMinutes: 0.5, topicMissing: 0.6, lateEntry: 0.22 };
const demo: Habits = { absence: 0.16, gap: 0.05, shortMinutes: 0.1, topicMissing: 0.2, lateEntry: 0.05 };

export type CharacterName = "exemplary" | "steady" | "hasty" | "shifts" | "slipping" | "improving" | "demo";

/** Habits of a branch in a month: some have got worse in the last three months, some better over the year. */
export function habitsIn(character: CharacterName, month: Month, today: PlainDate): Habits {
  const ago = (months: number) => addMonths(monthOf(today), -months);
  switch (character) {
    case "slipping":
      return month >= ago(3) ? weak : steady;
    case "improving":
      if (month < ago(7)) return weak;
      return month < ago(2) ? hasty : exemplary;
    default:
      return { exemplary, steady, hasty, shifts, demo }[character];
  }
}
