import { firstDayOf, lastDayOf, type Month, monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";

/** Why nothing may change from a day on, by the months that were shut once they were held; or null. */
export function shutMonthRefusal(effectiveOn: PlainDate, closedMonths: ReadonlySet<Month>): Refusal | null {
  const shut = [...closedMonths].sort().find((month) => month >= monthOf(effectiveOn));
  if (shut === undefined) return null;
  const values = { date: effectiveOn, from: firstDayOf(shut), to: lastDayOf(shut) };
  return refuse("reorganization.period_not_open", values, "effectiveOn");
}
