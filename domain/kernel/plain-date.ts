/** A calendar day without a time zone, 'YYYY-MM-DD'. Texts of this shape sort by time. */
export type PlainDate = string;
/** A calendar month, 'YYYY-MM'. */
export type Month = string;
/** A stretch of whole days, both ends included. */
export type DateRange = { readonly from: PlainDate; readonly to: PlainDate };

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a day that exists in the calendar: '2026-02-28' is one, '2026-02-30' is not. */
export function isPlainDate(text: string): boolean {
  const parts = shape.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day `days` after `date` (before it, when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The month a day lies in. */
export function monthOf(date: PlainDate): Month {
  return date.slice(0, 7);
}

/** The year a day or a month lies in. */
export function yearOf(date: PlainDate | Month): number {
  return Number(date.slice(0, 4));
}

export function firstDayOf(month: Month): PlainDate {
  return `${month}-01`;
}

export function lastDayOf(month: Month): PlainDate {
  return `${month}-${pad(daysInMonth(yearOf(month), Number(month.slice(5, 7))), 2)}`;
}

/** The month `count` months after `month` (before it, when negative). */
export function addMonths(month: Month, count: number): Month {
  const index = yearOf(month) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}`;
}

/** The same day `count` months later (earlier, when negative); where that month is too short, its last day (DEV-M). */
export function addMonthsTo(date: PlainDate, count: number): PlainDate {
  const month = addMonths(monthOf(date), count);
  const day = `${month}-${date.slice(8, 10)}`;
  const last = lastDayOf(month);
  return day > last ? last : day;
}

/** Whole months from one day to another: the most that `addMonthsTo` can add without passing `to`; 0 when it lies before. */
export function wholeMonthsBetween(from: PlainDate, to: PlainDate): number {
  const months = (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return Math.max(0, addMonthsTo(from, months) <= to ? months : months - 1);
}

/** Every month from `from` to `to`, both included; empty when `to` lies before `from`. */
export function monthsFromTo(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The quarter a day lies in, as its first and last day. */
export function quarterOf(date: PlainDate): DateRange {
  return stretchOf(date, 3);
}

/** The half-year a day lies in, as its first and last day. */
export function halfYearOf(date: PlainDate): DateRange {
  return stretchOf(date, 6);
}

/** True when `date` lies in the range; an open end never ends. */
export function isWithin(date: PlainDate, from: PlainDate, to: PlainDate | null): boolean {
  return date >= from && (to === null || date <= to);
}

/** Day of the week, 1 = Monday to 7 = Sunday. */
export function weekday(date: PlainDate): number {
  // Day 0 (1970-01-01) was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The calendar day it is at `instant` in an IANA time zone such as 'Asia/Shanghai'. */
export function plainDateIn(instant: Date, timeZone: string): PlainDate {
  const parts = new Map(
    dayFormat(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
  return `${pad(Number(parts.get("year")), 4)}-${parts.get("month")}-${parts.get("day")}`;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs far more than using one, so each zone keeps its own. */
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = dayFormats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  dayFormats.set(timeZone, made);
  return made;
}

function stretchOf(date: PlainDate, months: number): DateRange {
  const month = Number(date.slice(5, 7));
  const first: Month = `${date.slice(0, 4)}-${pad(month - ((month - 1) % months), 2)}`;
  return { from: firstDayOf(first), to: lastDayOf(addMonths(first, months - 1)) };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01, counted in years that begin in March so that the leap day comes last. */
function dayNumber(date: PlainDate): number {
  if (!isPlainDate(date)) throw new RangeError(`not a calendar day: ${date}`);
  const month = Number(date.slice(5, 7));
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function fromDayNumber(number: number): PlainDate {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return `${pad(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, "0");
}
