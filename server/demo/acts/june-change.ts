import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { changePlan, linesOfPlans, planChange } from "../../modules/duties/index.ts";
import { perform, type Workshop } from "../../platform/ritual/perform.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";
import type { DemoCalendar } from "../calendar.ts";
import type { IssuedPlan } from "../issuing-plans.ts";
import { linesAfterJune } from "./plan-lines.ts";

const reason = "上半年主题实践见到成效，经党委会研究，下半年按季推进，并向营销类支部推开";

/** In each June that the demo has lived through, the officer looks at what other lines would come to, and changes the plan. */
export async function changeInJune(
  at: (moment: Date) => Workshop,
  officer: Caller,
  plans: readonly IssuedPlan[],
  calendar: DemoCalendar,
  classes: ReadonlySet<string>,
): Promise<void> {
  const { tenantId } = officer.actor;
  for (const { planId, year } of plans) {
    const [from, day] = [`${year}-06-01`, `${year}-06-08`];
    if (from < calendar.branchesFrom || day >= calendar.today) continue;
    const workshop = at(calendar.at(day, "09:30"));
    const reading = workshop.database.reading(tenantId);
    const plan = await reading
      .selectFrom("plan")
      .innerJoin("organization", (join) =>
        join
          .onRef("organization.tenant_id", "=", "plan.tenant_id")
          .onRef("organization.id", "=", "plan.organization_id"),
      )
      .where("plan.tenant_id", "=", tenantId)
      .where("plan.id", "=", planId)
      .select(["plan.id", "plan.organization_id as organizationId", "plan.year", "plan.version", "organization.path"])
      .executeTakeFirstOrThrow();
    const stored = await linesOfPlans(reading, tenantId, sql<boolean>`p.id = ${planId}::uuid`);
    const idOf = new Map(stored.map(({ id, written }) => [written.templateCode, id]));
    // The first line of a work continues the one that stands; a second one of the same work is new.
    const lines = linesAfterJune(calendar, year, classes).map((line) => {
      const id = idOf.get(line.templateCode);
      idOf.delete(line.templateCode);
      return { ...line, id };
    });
    const seen = await planChange(reading, tenantId, plan, { lines, from }, day);
    if (isRefusal(seen)) throw new Error(`The demo's plan can't be changed: ${seen.code}`);
    await perform(workshop, changePlan, officer, { planId, lines, from, reason, digest: seen.digest });
  }
}
