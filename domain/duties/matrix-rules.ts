import type { PlainDate } from "../kernel/plain-date.ts";
import type { DutyFigures } from "./matrix-things.ts";

export const noDuties: DutyFigures = { owed: 0, done: 0, overdue: 0, late: 0 };

export function addFigures(a: DutyFigures, b: DutyFigures): DutyFigures {
  return { owed: a.owed + b.owed, done: a.done + b.done, overdue: a.overdue + b.overdue, late: a.late + b.late };
}

/** Months of a year added up, month by month; null where none of them has anything to say. */
export function addYears(
  years: readonly (readonly (DutyFigures | null)[])[],
  months: number,
): readonly (DutyFigures | null)[] {
  return Array.from({ length: months }, (_, index) =>
    years.reduce<DutyFigures | null>((sum, year) => {
      const figures = year[index] ?? null;
      if (figures === null) return sum;
      return sum === null ? figures : addFigures(sum, figures);
    }, null),
  );
}

type Stretch = { readonly validFrom: PlainDate; readonly validTo: PlainDate | null };
export type MonthDays = { readonly first: PlainDate; readonly last: PlainDate; readonly day: PlainDate | null };

/**
 * The day that says where an organisation stood in a month: its last day, or the organisation's own last or first where
 * it had ended before or began after; with a day given that day, for all months.
 */
export function standingDay({ last, day }: MonthDays, { validFrom, validTo }: Stretch): PlainDate {
  if (day !== null) return day;
  const ended = validTo !== null && validTo < last ? validTo : last;
  return ended < validFrom ? validFrom : ended;
}

/** The stretch of a place that holds the standing day of a month; null where there is none. */
export function placeOfMonth<Place extends Stretch>(
  month: MonthDays,
  organization: Stretch,
  places: readonly Place[],
): Place | null {
  const day = standingDay(month, organization);
  return places.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day)) ?? null;
}

/** Whether an organisation was there in a month, or on the day that is taken for it. */
export function wasThere({ first, last, day }: MonthDays, { validFrom, validTo }: Stretch): boolean {
  return validFrom <= (day ?? last) && (validTo === null || validTo >= (day ?? first));
}
