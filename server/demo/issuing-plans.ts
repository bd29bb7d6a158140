import { yearOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { issuePlan } from "../modules/duties/index.ts";
import { perform, type Workshop } from "../platform/ritual/perform.ts";
import type { Caller } from "../platform/ritual/use-case.ts";
import type { DemoCalendar } from "./calendar.ts";

type Issuing = { readonly officer: Caller; readonly rootId: string; readonly calendar: DemoCalendar };

/** The first plan is issued with the branches, each later one in the December before its year; nothing doubles. */
export async function issuePlans(
  at: (moment: Date) => Workshop,
  { officer, rootId, calendar }: Issuing,
  templateCodes: readonly string[],
): Promise<void> {
  for (const year of calendar.years) {
    const day = year === yearOf(calendar.branchesFrom) ? calendar.branchesFrom : `${year - 1}-12-20`;
    const plan = { organizationId: rootId, year, name: `${year}年度党建工作计划`, templateCodes };
    await perform(at(calendar.at(day, "10:00")), issuePlan, officer, plan);
  }
}
