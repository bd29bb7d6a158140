import type { FactDraft } from "@dutyloop/domain/assessment/things.ts";
import { type Month, monthOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";

/**
 * What counts in a month whose books are closed is an 逾期补录 and says why (record.late_reason_missing): it becomes an
 * adjustment of that month.
 */
export function lateReasonRefusal(
  facts: readonly FactDraft[],
  reason: string | null | undefined,
  closedMonths: ReadonlySet<Month>,
): Refusal | null {
  if (reason) return null;
  const closed = facts.map(({ countsOn }) => monthOf(countsOn)).find((month) => closedMonths.has(month));
  return closed === undefined ? null : refuse("record.late_reason_missing", { month: closed }, "lateReason");
}

/** The facts with the reason beside those that come after the close of their month. */
export function withLateReason(
  facts: readonly FactDraft[],
  reason: string | null | undefined,
  closedMonths: ReadonlySet<Month>,
): FactDraft[] {
  return facts.map((fact) =>
    reason && closedMonths.has(monthOf(fact.countsOn)) ? { ...fact, details: { ...fact.details, reason } } : fact,
  );
}
