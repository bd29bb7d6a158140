import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { daysBetween } from "../../app/frame/months.ts";

export type OwedItem = Answer<"listObligations">["items"][number];
export type SectionName = "overdue" | "dueToday" | "week" | "later";

/** Which heading an open duty stands under; the week runs to Sunday. */
export function sectionOf(dueOn: string, today: string): SectionName {
  const days = daysBetween(today, dueOn);
  if (days < 0) return "overdue";
  if (days === 0) return "dueToday";
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return days <= (7 - weekday) % 7 ? "week" : "later";
}

const order: readonly SectionName[] = ["overdue", "dueToday", "week", "later"];

/** Open duties by heading, the nearest deadline first; empty headings are left out. */
export function inSections(items: readonly OwedItem[], today: string): { name: SectionName; items: OwedItem[] }[] {
  const sorted = [...items].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  return order
    .map((name) => ({ name, items: sorted.filter(({ dueOn }) => sectionOf(dueOn, today) === name) }))
    .filter((section) => section.items.length > 0);
}
