import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { reasonRefusal } from "@dutyloop/domain/duties/request-rules.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { requestCountsSince } from "../../platform/facts/count-requests.ts";
import { tellingProgress } from "../../platform/loops/progress.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { Saving } from "../../platform/ritual/saving.ts";
import type { Context, UseCase } from "../../platform/ritual/use-case.ts";
import { differencesOfLine } from "./line-differences.ts";
import {
  addChanges,
  type ChangedLine,
  type LineSummary,
  type PlanChange,
  type PlanRow,
  planChange,
} from "./plan-change.ts";
import { columnsOfLine } from "./plan-rows.ts";
import { writeDifferences } from "./write-differences.ts";

export type NewChange = {
  readonly planId: string;
  readonly lines: readonly ChangedLine[];
  readonly from: PlainDate;
  readonly reason: string;
  readonly digest: string;
  readonly progress?: string | undefined;
};
type State = { readonly plan: PlanRow; readonly change: PlanChange | Refusal };
/** `written` is what really was made and waived, once it is. */
type Decision = { readonly plan: PlanRow; readonly change: PlanChange; readonly written: LineSummary[] };

/**
 * Changes an issued plan from a day on, as its preview said: what its lines don't ask for any more is waived, what they
 * ask for newly is made, and what began before, is past or was done stays as it is (DUT-5).
 */
export const changePlan: UseCase<NewChange, State, Decision, Answer<"changePlan">> = {
  name: "duties.change_plan",
  access: "plan.issue",
  async load(transaction, input, { actor, today, now }) {
    tellingProgress(actor.accountId, input.progress, now)("checking");
    const { rows } = await sql<PlanRow>`
      SELECT p.id, p.organization_id AS "organizationId", p.year, p.version, o.path
      FROM plan p JOIN organization o ON o.tenant_id = p.tenant_id AND o.id = p.organization_id
      WHERE p.tenant_id = ${actor.tenantId} AND p.id = ${input.planId}::uuid FOR NO KEY UPDATE OF p`.execute(
      transaction,
    );
    const [plan] = rows;
    if (!plan) throw notFound();
    return { plan, change: await planChange(transaction, actor.tenantId, plan, input, today) };
  },
  place: ({ plan }) => plan.path,
  decide({ plan, change }, { reason, digest }) {
    const missing = reasonRefusal(reason);
    if (missing) return missing;
    if (isRefusal(change)) return change;
    if (change.digest !== digest) return refuse("plan.state_changed");
    if (change.lines.every((line) => line.change === "same")) return refuse("plan.nothing_changed");
    return { plan, change, written: [] };
  },
  async save(saving, { plan, change, written }, context, input) {
    const { actor, now, today } = context;
    const tenant_id = actor.tenantId;
    const version = plan.version + 1;
    await writeLines(saving, plan, change, context);
    const tell = tellingProgress(actor.accountId, input.progress, now);
    const total = change.lines.length;
    for (const [index, line] of change.lines.entries()) {
      tell("writing", index, total);
      const sum = {
        templateCode: line.templateCode,
        change: line.change,
        added: 0,
        waived: 0,
        reopened: 0,
        moved: 0,
        kept: 0,
      };
      if (line.difference === null) {
        written.push({ ...sum, kept: change.summary[index]?.kept ?? 0 });
        continue;
      }
      const when = { from: input.from, today };
      for await (const some of differencesOfLine(saving.transaction, tenant_id, line.difference, when, true)) {
        await writeDifferences(saving.transaction, tenant_id, line, some, input.reason.trim());
        for (const { changes } of some) addChanges(sum, changes);
      }
      written.push(sum);
    }
    await requestCountsSince(saving.transaction, tenant_id, `${plan.year}-01-01`, now);
    tell("done", total, total);
    saving.insert("plan_change", {
      tenant_id,
      plan_id: plan.id,
      version,
      from_day: input.from,
      body: { lines: written },
      reason: input.reason.trim(),
      changed_at: now,
      changed_by: actor.accountId,
    });
    saving.change(sql`UPDATE plan SET version = ${version}, changed_at = ${now}
      WHERE tenant_id = ${tenant_id} AND id = ${plan.id}::uuid`);
  },
  audit: ({ plan, written }, { from, reason }) => ({
    object: `plan ${plan.id}`,
    before: { version: plan.version },
    after: { version: plan.version + 1, from, reason, lines: written.map((line) => ({ ...line })) },
  }),
  answer: ({ plan, written }) => ({ version: plan.version + 1, lines: written }),
};

/** New lines come in, changed ones say what they ask for now, and ended ones stay with the day they ended. */
async function writeLines(
  saving: Saving,
  plan: PlanRow,
  { lines }: PlanChange,
  { actor, now }: Context,
): Promise<void> {
  const tenant_id = actor.tenantId;
  const { transaction } = saving;
  for (const [index, { id, change, planned, templateCode, templateVersion }] of lines.entries()) {
    if (planned === null) {
      const ended = { retired_at: now };
      await transaction
        .updateTable("plan_line")
        .set(ended)
        .where("tenant_id", "=", tenant_id)
        .where("id", "=", id)
        .execute();
      continue;
    }
    const columns = columnsOfLine(planned.written, templateVersion, index + 1);
    if (change === "new") {
      saving.insert("plan_line", { tenant_id, id, plan_id: plan.id, template_code: templateCode, ...columns });
      continue;
    }
    const { position, requirement, classes, kinds, cadence, direction, from_month, to_month } = columns;
    await sql`UPDATE plan_line SET template_version = ${templateVersion}, position = ${position}, requirement = ${requirement},
        classes = ${classes}::text[], kinds = ${kinds}::text[], cadence = ${cadence === null ? null : JSON.stringify(cadence)}::jsonb,
        direction = ${direction}, from_month = ${from_month}::date, to_month = ${to_month}::date
      WHERE tenant_id = ${tenant_id} AND id = ${id}::uuid`.execute(transaction);
  }
  await saving.flush();
}
