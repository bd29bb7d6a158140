import type { WrittenLine } from "@dutyloop/domain/duties/plan-line-rules.ts";
import { yearOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { issuePlan } from "../modules/duties/index.ts";
import { perform, type Workshop } from "../platform/ritual/perform.ts";
import type { Caller } from "../platform/ritual/use-case.ts";
import type { DemoCalendar } from "./calendar.ts";

type Issuing = { readonly officer: Caller; readonly organizationId: string; readonly calendar: DemoCalendar };
type Lines = { readonly templateCodes: readonly string[] } | { readonly lines: readonly WrittenLine[] };
export type IssuedPlan = { readonly planId: string; readonly year: number };

/**
 * The first plan is issued with the branches, each later one in the December before its year; nothing doubles.
 *
 * @param linesOf what the plan of a year asks for
 */
export async function issuePlans(
  at: (moment: Date) => Workshop,
  { officer, organizationId, calendar }: Issuing,
  linesOf: (year: number) => Lines,
): Promise<IssuedPlan[]> {
  const issued: IssuedPlan[] = [];
  for (const year of calendar.years) {
    const day = year === yearOf(calendar.branchesFrom) ? calendar.branchesFrom : `${year - 1}-12-20`;
    const plan = { organizationId, year, name: `${year}年度党建工作计划`, ...linesOf(year) };
    const { planId } = await perform(at(calendar.at(day, "10:00")), issuePlan, officer, plan);
    issued.push({ planId, year });
  }
  return issued;
}
