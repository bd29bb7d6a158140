import { wordPeriod } from "@dutyloop/contract/messages/period-words.ts";
import type { Language } from "@dutyloop/contract/messages/score-names.ts";
import { type Month, monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";

/** There is nothing to say of a month that hasn't begun. */
export function monthRefusal(month: Month, today: PlainDate, language: Language): Refusal | null {
  return month > monthOf(today)
    ? refuse("bulletin.month_ahead", { month: wordPeriod(language, month) }, "month")
    : null;
}
