import { daysBetween } from "../../../app/frame/months.ts";

/**
 * Weekdays of 公示 that are still to come, today included; a note beside the last day, which the server counted with
 * the holidays.
 */
export function workdaysLeft(today: string, { from, to }: { from: string; to: string }): number {
  const first = today > from ? today : from;
  const days = daysBetween(first, to) + 1;
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay();
  return Array.from({ length: Math.max(0, days) }, (_, at) => (weekday + at) % 7).filter((day) => day > 0 && day < 6)
    .length;
}
