type Time = { readonly validFrom: string; readonly validTo: string | null };

/** Whether a judge's time has run out on a day. */
export function isOver({ validTo }: Time, today: string): boolean {
  return validTo !== null && validTo < today;
}

/** The day to offer as the last one: today, or the first day of a time that begins later. */
export function lastDayOffered({ validFrom }: Time, today: string): string {
  return validFrom > today ? validFrom : today;
}

/** What the signed-in account judges on a day, each indicator once. */
export function judgedBySelf<J extends Time & { readonly self: boolean; readonly indicatorCode: string }>(
  judges: readonly J[],
  today: string,
): J[] {
  const own = judges.filter((judge) => judge.self && judge.validFrom <= today && !isOver(judge, today));
  return [...new Map(own.map((judge) => [judge.indicatorCode, judge])).values()];
}
