import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { rulesetOn } from "@dutyloop/domain/organization/development/ruleset-rules.ts";
import { sql } from "kysely";
import type { Saving } from "../../../platform/ritual/saving.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";
import type { StepDetails } from "./case-rows.ts";

export type NewStep = {
  readonly id: string;
  readonly personId: string;
  readonly organizationId: string;
  readonly step: number;
  readonly on: PlainDate;
  readonly details: StepDetails;
  readonly exemption: string | null;
};

/** Adds an entry of a step; an earlier one of the same step stays and counts no more. */
export async function addStep(saving: Saving, { actor, now }: Context, row: NewStep): Promise<void> {
  // Before the new one is there: only one entry of a step counts.
  await sql`UPDATE development_step SET replaced_by = ${row.id}::uuid
    WHERE tenant_id = ${actor.tenantId} AND person_id = ${row.personId}::uuid AND step = ${row.step}
      AND withdrawn IS NULL AND replaced_by IS NULL`.execute(saving.transaction);
  saving.insert("development_step", {
    tenant_id: actor.tenantId,
    id: row.id,
    person_id: row.personId,
    organization_id: row.organizationId,
    step: row.step,
    done_on: row.on,
    rule_set: rulesetOn(row.on),
    details: row.details,
    exemption: row.exemption,
    recorded_by: actor.accountId,
    recorded_at: now,
  });
}

export type NewMemberAct = {
  readonly id: string;
  readonly personId: string;
  readonly organizationId: string;
  readonly from: string | null;
  readonly to: string;
  readonly rule: string;
  readonly on: PlainDate;
  readonly decidedBy: string;
  readonly papers: readonly string[];
  readonly reason: string | null;
};

/** Keeps a change of state with its rule and papers. */
export function addMemberAct(saving: Saving, { actor, now }: Context, act: NewMemberAct): void {
  saving.insert("member_act", {
    tenant_id: actor.tenantId,
    id: act.id,
    person_id: act.personId,
    organization_id: act.organizationId,
    from_state: act.from,
    to_state: act.to,
    rule_id: act.rule,
    effective_on: act.on,
    decided_by: act.decidedBy,
    papers: act.papers,
    reason: act.reason,
    recorded_by: actor.accountId,
    recorded_at: now,
  });
}
