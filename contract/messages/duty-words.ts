import type { ObligationState } from "@dutyloop/domain/duties/things.ts";
import { daysBetween } from "@dutyloop/domain/kernel/plain-date.ts";
import { fillIn } from "./fill-in.ts";
import type { Language } from "./score-names.ts";

/** What states of duties are called on pages and in workbooks. */
export const dutyStateWords: Record<Language, Record<ObligationState, string>> = {
  zh: {
    todo: "待办",
    in_progress: "进行中",
    submitted: "已提交",
    discharged: "已完成",
    returned: "退回",
    waived: "免除",
  },
  en: {
    todo: "To do",
    in_progress: "In progress",
    submitted: "Submitted",
    discharged: "Done",
    returned: "Returned",
    waived: "Waived",
  },
};

/** How often something is owed. */
export const cadenceWords = {
  zh: { month: "每月", two_months: "每两个月", quarter: "每季度", half_year: "每半年", year: "每年" },
  en: {
    month: "monthly",
    two_months: "every two months",
    quarter: "quarterly",
    half_year: "half-yearly",
    year: "yearly",
  },
} as const;

export function cadenceWord(cadence: string, language: Language): string {
  return (cadenceWords[language] as Readonly<Record<string, string>>)[cadence] ?? cadence;
}

/** How near a deadline is. */
export const dueWords = {
  zh: { overdueDays: "逾期 {days} 天", dueTodayTag: "今天", daysLeft: "剩 {days} 天" },
  en: { overdueDays: "{days} days overdue", dueTodayTag: "Today", daysLeft: "{days} days left" },
} as const;

export function dueWord(dueOn: string, today: string, language: Language): string {
  const days = daysBetween(today, dueOn);
  const { overdueDays, dueTodayTag, daysLeft } = dueWords[language];
  if (days === 0) return dueTodayTag;
  return fillIn(days < 0 ? overdueDays : daysLeft, { days: Math.abs(days) });
}

/** Whether it waits for whoever owes it: neither done, handed in nor waived. */
export function isStillOwed(state: ObligationState): boolean {
  return state === "todo" || state === "in_progress" || state === "returned";
}
