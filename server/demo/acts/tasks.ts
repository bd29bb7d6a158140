import { addDays, monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { checkDuty, takeDutyStep } from "../../modules/duties/index.ts";
import { perform, type Workshop } from "../../platform/ritual/perform.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";
import type { WorkingBranch } from "../branch.ts";
import { type DemoCalendar, workingDays } from "../calendar.ts";
import type { Chance } from "../chance.ts";
import { habitsIn } from "../characters.ts";
import { inParallel } from "../in-parallel.ts";
import { taskTemplates } from "./plan-lines.ts";

type Task = {
  readonly id: string;
  readonly organizationId: string;
  readonly templateCode: string;
  readonly dueOn: PlainDate;
};

const branchesAtOnce = 6;
const evidence = [
  "已按方案完成，活动总结和名单存支部档案盒。",
  "完成项目三项，党员认领到人，总结材料已存档。",
  "现场验收通过，成效和照片说明见活动总结。",
];

/**
 * Secretaries hand in the work of the plan that isn't an event, and the officer checks it; now and then he returns it
 * first. What is due later has begun in some branches, and some left theirs undone.
 */
export async function handInTasks(
  at: (moment: Date) => Workshop,
  officer: Caller,
  branches: readonly WorkingBranch[],
  calendar: DemoCalendar,
  ofTasks: Chance,
): Promise<void> {
  const yesterday = addDays(calendar.today, -1);
  const tasks = await begunTasks(at(calendar.at(yesterday, "20:00")), officer.actor.tenantId, yesterday);
  await inParallel(branches, branchesAtOnce, async ({ id, department, secretary }) => {
    for (const { id: obligationId, templateCode, dueOn } of tasks.filter(
      ({ organizationId }) => organizationId === id,
    )) {
      const chance = ofTasks.of(`${department.name} ${templateCode} ${dueOn}`);
      const step = (
        day: PlainDate,
        action: "start" | "progress" | "submit",
        more: { note?: string; progress?: number },
      ) =>
        perform(at(calendar.at(day, "16:20")), takeDutyStep, secretary, {
          ...{ obligationId, action, assigneeId: null },
          ...{ note: more.note ?? "", progress: more.progress ?? null },
        });
      if (dueOn >= calendar.today) {
        if (chance.happens(0.5)) {
          await step(yesterday, "start", {});
          await step(yesterday, "progress", { progress: chance.whole(2, 8) * 10, note: "方案已定，正在实施。" });
        }
        continue;
      }
      if (chance.happens(habitsIn(department.character, monthOf(dueOn), calendar.today).gap)) continue;
      const day = chance.pick(workingDays(monthOf(dueOn), 8, 22));
      const check = (after: number, accept: boolean, reason: string) =>
        perform(at(calendar.at(addDays(day, after), "10:10")), checkDuty, officer, { obligationId, accept, reason });
      await step(day, "submit", { note: chance.pick(evidence) });
      if (chance.happens(0.12)) {
        await check(1, false, "总结只写了过程，请补写成效和责任人");
        await step(addDays(day, 2), "submit", { note: "已补写成效和责任人，见修改后的总结。" });
      }
      await check(4, true, "");
    }
  });
}

async function begunTasks({ database }: Workshop, tenantId: number, day: PlainDate): Promise<Task[]> {
  const { rows } = await sql<Task>`
    SELECT ob.id, ob.organization_id AS "organizationId", ob.template_code AS "templateCode", ob.due_on AS "dueOn"
    FROM obligation ob WHERE ob.tenant_id = ${tenantId} AND ob.template_code = ANY(${[...taskTemplates]}) AND ob.state = 'todo'
      AND ob.period_from <= ${day}::date
    ORDER BY ob.due_on, ob.template_code, ob.id`.execute(database.reading(tenantId));
  return rows;
}
