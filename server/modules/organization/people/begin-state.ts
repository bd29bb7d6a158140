import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { RuleId } from "@dutyloop/domain/organization/basis-things.ts";
import { hasLeft } from "@dutyloop/domain/organization/members/shown-state.ts";
import type { MemberState } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Saving } from "../../../platform/ritual/saving.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";
import { markMonths } from "./mark-months.ts";
import type { MembershipRow } from "./membership-rows.ts";

/** A change of state that was decided: what stands in the member's file about it. */
type MemberActEntry = {
  readonly id: string;
  readonly rule: RuleId;
  readonly decidedBy: string;
  readonly papers: readonly string[];
  readonly reason: string | null;
  /** What the rule asked for; a later act is checked against it. */
  readonly details: Readonly<Record<string, unknown>>;
};

/**
 * Begins a state in the same branch: the stretch before ends the day before, or is rewritten where it begins on that very
 * day; the act says by which rule. The caller has locked the person and checked that nothing begins later.
 *
 * @param current the person's last stretch; it holds the first day
 * @returns the number of the act
 */
export async function beginState(
  saving: Saving,
  context: Pick<Context, "actor" | "now" | "today">,
  {
    personId,
    current,
    to,
    startsOn,
  }: { personId: string; current: MembershipRow; to: MemberState; startsOn: PlainDate },
  act: MemberActEntry,
): Promise<void> {
  const { actor, now } = context;
  const tenantId = actor.tenantId;
  const { organizationId } = current;
  const groupId = hasLeft(to) ? null : current.groupId;
  await moveOn(saving, tenantId, { personId, current, startsOn, next: { organizationId, groupId, state: to } });
  saving.insert("member_act", {
    tenant_id: tenantId,
    id: act.id,
    person_id: personId,
    organization_id: organizationId,
    from_state: current.state,
    to_state: to,
    rule_id: act.rule,
    effective_on: startsOn,
    decided_by: act.decidedBy,
    papers: act.papers,
    reason: act.reason,
    details: act.details,
    recorded_by: actor.accountId,
    recorded_at: now,
  });
  markMonths(saving, context, [organizationId], startsOn);
}

type Move = {
  readonly personId: string;
  readonly current: MembershipRow;
  readonly startsOn: PlainDate;
  readonly next: { readonly organizationId: string; readonly groupId: string | null; readonly state: MemberState };
};

/** Ends the last stretch the day before and begins the next one, which ends where the last one would have. */
export async function moveOn(saving: Saving, tenantId: number, { personId, current, startsOn, next }: Move) {
  const { transaction } = saving;
  if (startsOn === current.from) {
    await sql`UPDATE membership SET state = ${next.state}, organization_id = ${next.organizationId}::uuid,
      group_id = ${next.groupId}::uuid WHERE tenant_id = ${tenantId} AND id = ${current.id}::uuid`.execute(transaction);
    return;
  }
  // Nobody belongs to two branches on one day: the old stretch has to be over before the new one is there.
  await sql`UPDATE membership SET valid_to = ${addDays(startsOn, -1)}
    WHERE tenant_id = ${tenantId} AND id = ${current.id}::uuid`.execute(transaction);
  saving.insert("membership", {
    tenant_id: tenantId,
    id: uuidv7(),
    person_id: personId,
    organization_id: next.organizationId,
    group_id: next.groupId,
    state: next.state,
    valid_from: startsOn,
    valid_to: current.to,
  });
}
