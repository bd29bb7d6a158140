import type { fieldsZh } from "./fields-zh.ts";

/** What a field has to look like that didn't, in English. */
export const fieldsEn: Record<keyof typeof fieldsZh, string> = {
  "request.field.code_form":
    "Use letters, digits, hyphens and underscores only, a letter or digit first, at most 40, such as main or ZB-01.",
  "request.field.small_code_form":
    "Use small letters, digits and underscores only, a letter first, at most 64, such as theme_day.",
  "request.field.date_form": "Write year-month-day, such as 2026-03-08.",
  "request.field.month_form": "Write year-month, such as 2026-03.",
  "request.field.period_form": "Write 2026-03, 2026-Q1, 2026-H1 or 2026.",
  "request.field.time_form": "Write hours:minutes, such as 09:30.",
  "request.field.number_form": "Write digits only, such as 12 or 12.5.",
  "request.field.phone_form":
    "Write a telephone number: 5 to 19 digits, with hyphens if you like, such as 010-12345678.",
};
