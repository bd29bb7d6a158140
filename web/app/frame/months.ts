import { type Language, languageTags } from "../language/language.ts";

/** A month that the product keeps books of. */
export function isMonth(text: string): boolean {
  return /^20\d{2}-(0[1-9]|1[0-2])$/.test(text);
}

/** The months up to and with `last`, newest first. */
export function monthsUpTo(last: string, count: number): string[] {
  const [year, month] = last.split("-").map(Number);
  return Array.from({ length: count }, (_, back) => {
    const index = year! * 12 + month! - 1 - back;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
  });
}

// Plain dates carry no time zone: they are put into words as UTC, so that no day shifts.
const atMidnight = (date: string) => new Date(`${date}T00:00:00Z`);

const format = (language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(languageTags[language], { ...options, timeZone: "UTC" });

/** 2026年3月 */
export function wordMonth(language: Language, month: string): string {
  return format(language, { year: "numeric", month: "long" }).format(atMidnight(`${month}-01`));
}

/** 3月18日 */
export function wordDay(language: Language, date: string): string {
  return format(language, { month: "long", day: "numeric" }).format(atMidnight(date));
}

/** 3月18日星期三 */
export function wordWeekday(language: Language, date: string): string {
  return format(language, { month: "long", day: "numeric", weekday: "long" }).format(atMidnight(date));
}

/** 2026年3月18日 */
export function wordDate(language: Language, date: string): string {
  return format(language, { year: "numeric", month: "long", day: "numeric" }).format(atMidnight(date));
}

/** Kept outside of React, as the session says it once for every page. */
const clock = { timeZone: "Asia/Shanghai" };

export function setTimeZone(timeZone: string): void {
  clock.timeZone = timeZone;
}

/** Day and time of an instant on the group's clock, wherever it is read: deadlines and publicity run by it. */
export function wordInstant(language: Language, instant: string): string {
  const options = { dateStyle: "medium", timeStyle: "short", timeZone: clock.timeZone } as const;
  return new Intl.DateTimeFormat(languageTags[language], options).format(new Date(instant));
}

/** Days from one plain date to another; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((atMidnight(to).getTime() - atMidnight(from).getTime()) / 86_400_000);
}

/** First and last day of a month, for lists that the period in the top bar narrows. */
export function daysOf(month: string): { from: string; to: string } {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, "0")}` };
}
