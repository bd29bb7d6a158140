import { isPlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import type { PeriodStretch } from "./acts.ts";

/**
 * Why nothing may be reorganised from this day on, or null: there is no such day, or a period that ends on it or later
 * is in publicity or closed. The same holds for taking a reorganisation back.
 */
export function dateRefusal(effectiveOn: PlainDate, periods: readonly PeriodStretch[]): Refusal | null {
  if (!isPlainDate(effectiveOn)) {
    return refuse("reorganization.date_invalid", { date: effectiveOn }, "effectiveOn");
  }
  const shut = periods.find(({ to, state }) => state !== "open" && to >= effectiveOn);
  if (!shut) return null;
  const values = { date: effectiveOn, from: shut.from, to: shut.to, state: shut.state };
  return refuse("reorganization.period_not_open", values, "effectiveOn");
}
