import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { decideRequest, raiseRequest } from "../../modules/duties/index.ts";
import { perform, type Workshop } from "../../platform/ritual/perform.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";
import type { WorkingBranch } from "../branch.ts";
import type { DemoCalendar } from "../calendar.ts";
import { demoDepartment } from "../departments.ts";

/** What is asked yesterday and what the officer says to it; null where it still waits for him. */
const asked = [
  { days: 10, reason: "骨干全部在外参加抢修，党员到不齐，申请顺延", approve: true, answer: "情况属实，同意顺延" },
  { days: 20, reason: "本月业务较忙", approve: false, answer: "月底前仍有时间，请按期安排" },
  { days: 7, reason: "讲课人临时外出培训，已商定下月初补上", approve: null, answer: "" },
  { days: null, reason: "党员集中外派支援，本期无法开展，申请免除", approve: true, answer: "经部门核实，同意免除本期" },
] as const;

/** Secretaries ask for more time, and one to be let off; the officer grants, refuses and leaves one for the visitor. */
export async function askAndDecide(
  at: (moment: Date) => Workshop,
  officer: Caller,
  branches: readonly WorkingBranch[],
  calendar: DemoCalendar,
): Promise<void> {
  const yesterday = addDays(calendar.today, -1);
  const duties = await openDuties(at(calendar.at(yesterday, "20:00")), officer.actor.tenantId, yesterday, branches);
  for (const [index, { id: obligationId, organizationId, dueOn }] of duties.slice(0, asked.length).entries()) {
    const { days, reason, approve, answer } = asked[index] as (typeof asked)[number];
    const branch = branches.find(({ id }) => id === organizationId) as WorkingBranch;
    const asking = {
      obligationId,
      reason,
      ...(days === null
        ? { kind: "waive" as const, askedTo: null }
        : { kind: "extend" as const, askedTo: addDays(dueOn, days) }),
    };
    const { requestId } = await perform(at(calendar.at(yesterday, "14:05")), raiseRequest, branch.secretary, asking);
    if (approve === null) continue;
    const decision = { requestId, approve, reason: answer };
    await perform(at(calendar.at(yesterday, "16:45")), decideRequest, officer, decision);
  }
}

type Duty = { readonly id: string; readonly organizationId: string; readonly dueOn: PlainDate };

/** One duty of each branch that runs and isn't done, never of the visitor's own. */
async function openDuties(
  { database }: Workshop,
  tenantId: number,
  day: PlainDate,
  branches: readonly WorkingBranch[],
): Promise<Duty[]> {
  const ids = branches.filter(({ department }) => department.name !== demoDepartment).map(({ id }) => id);
  const { rows } = await sql<Duty>`
    SELECT DISTINCT ON (o.code) ob.id, ob.organization_id AS "organizationId", ob.due_on AS "dueOn"
    FROM obligation ob JOIN organization o ON o.tenant_id = ob.tenant_id AND o.id = ob.organization_id
    WHERE ob.tenant_id = ${tenantId} AND ob.organization_id = ANY(${ids}::uuid[]) AND ob.state = 'todo'
      AND ob.template_code IN ('party_lecture', 'general_meeting', 'committee_meeting', 'theme_day')
      AND ob.period_from <= ${day}::date AND ob.due_on >= ${day}::date
    ORDER BY o.code, ob.due_on, ob.template_code`.execute(database.reading(tenantId));
  return rows;
}
