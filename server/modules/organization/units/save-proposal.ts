import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { coverageEnd } from "@dutyloop/domain/organization/gaps/unit-rules.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { requestTreeCount } from "../../../platform/facts/count-requests.ts";
import { markConcerned, markTreeChanged } from "../../../platform/facts/tree-changed.ts";
import type { Saving } from "../../../platform/ritual/saving.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";
import { searchWords } from "../search-words.ts";
import type { Acceptance, Plan } from "./accept-gap.ts";
import { endCurrent } from "./cover-unit.ts";
import type { GapState, Member } from "./gap-state.ts";
import type { StandingUnit } from "./unit-places.ts";

type State = GapState & { readonly unit: StandingUnit };

/** Writes what a proposal asks for; what it replaces ends the day before. */
export async function saveProposal(
  saving: Saving,
  plan: Plan,
  context: Context,
  input: Acceptance,
  state: State,
): Promise<void> {
  const { transaction } = saving;
  const { actor, today, now } = context;
  const { tenantId } = actor;
  requestTreeCount(saving, context);
  const created = await setUp(saving, plan, context, input, state);
  await moveMembers(saving, plan, tenantId, input.on);
  await appointLeader(saving, plan, tenantId, input.on);
  // A 党小组 has no score, and whoever joins one stays in his branch.
  if (!created || plan.created?.kind === "GROUP") return;
  await saving.flush();
  await markTreeChanged(transaction, tenantId, input.on, now);
  // Where members left, fewer count from then on; the new one is found by the change of the tree.
  for (const changed of new Set(plan.moved.map((member) => member.path)))
    await markConcerned(transaction, tenantId, changed, input.on, today, now);
}

/** Creates the organisation and lets it cover the unit; answers whether there is one to create. */
async function setUp(
  saving: Saving,
  { created, organizationId }: Plan,
  { actor }: Context,
  input: Acceptance,
  { unit, coverages, code }: State,
): Promise<boolean> {
  if (created === null) return false;
  const { tenantId } = actor;
  const { kind, name, parent } = created;
  const { rows } = await sql<{ label: number }>`UPDATE tenant SET next_label = next_label + 1
    WHERE tenant_id = ${tenantId} RETURNING next_label - 1 AS label`.execute(saving.transaction);
  const label = rows[0]?.label ?? 0;
  const path = `${parent.path}${label}.`;
  const bound = kind === "PROJECT_BRANCH" || kind === "TEMP_BRANCH";
  const stretch = { tenant_id: tenantId, valid_from: input.on, valid_to: null, parent_id: parent.id, path, name };
  saving.insert("organization", {
    ...stretch,
    id: organizationId,
    kind,
    class: input.class,
    code,
    label,
    restriction: parent.restriction ?? unit.restriction,
    bound_to: bound ? unit.name : null,
    bound_until: bound ? unit.validTo : null,
    approval: input.approval,
  });
  saving.insert("organization_place", { ...stretch, class: input.class, organization_id: organizationId });
  const words = searchWords([name], code);
  saving.insert("search_entry", { tenant_id: tenantId, entity: "organization", id: organizationId, path, words });
  await endCurrent(saving.transaction, tenantId, coverages.current, input.on);
  saving.insert("coverage", {
    tenant_id: tenantId,
    id: uuidv7(),
    organization_id: organizationId,
    unit_id: unit.id,
    valid_from: input.on,
    valid_to: coverageEnd(null, unit),
  });
  return true;
}

/** Ends each one's place the day before and begins the new one; posts that went with the old place end with it. */
async function moveMembers(saving: Saving, { into, moved }: Plan, tenantId: number, on: PlainDate): Promise<void> {
  if (moved.length === 0) return;
  const { transaction } = saving;
  const begun = moved.filter(({ validFrom }) => validFrom < on);
  const idsOf = (members: readonly Member[]) => members.map(({ membershipId }) => membershipId);
  await sql`UPDATE appointment a SET valid_to = ${addDays(on, -1)} FROM membership m
    WHERE m.tenant_id = ${tenantId} AND m.id = ANY(${idsOf(moved)}::uuid[]) AND a.tenant_id = m.tenant_id AND a.person_id = m.person_id
      AND (a.valid_to IS NULL OR a.valid_to >= ${on}::date)
      AND (a.organization_id = m.group_id OR (a.organization_id = m.organization_id AND m.organization_id <> ${into.organizationId}::uuid))`.execute(
    transaction,
  );
  await sql`UPDATE membership SET valid_to = ${addDays(on, -1)}
    WHERE tenant_id = ${tenantId} AND id = ANY(${idsOf(begun)}::uuid[])`.execute(transaction);
  saving.insert(
    "membership",
    ...begun.map(({ personId, state }) => ({
      tenant_id: tenantId,
      id: uuidv7(),
      person_id: personId,
      organization_id: into.organizationId,
      group_id: into.groupId,
      state,
      valid_from: on,
      valid_to: null,
    })),
  );
  const fresh = moved.filter(({ validFrom }) => validFrom === on);
  if (fresh.length === 0) return;
  // Whose place began on this very day had no other one before: it is rewritten, once the organisation is there.
  await saving.flush();
  await sql`UPDATE membership SET organization_id = ${into.organizationId}::uuid, group_id = ${into.groupId}::uuid
    WHERE tenant_id = ${tenantId} AND id = ANY(${idsOf(fresh)}::uuid[])`.execute(transaction);
}

async function appointLeader(
  saving: Saving,
  { organizationId, created, leader }: Plan,
  tenantId: number,
  on: PlainDate,
): Promise<void> {
  if (leader === null) return;
  if (created === null) {
    await sql`UPDATE appointment SET valid_to = ${addDays(on, -1)} WHERE tenant_id = ${tenantId}
      AND organization_id = ${organizationId}::uuid AND post = ${leader.post}
      AND (valid_to IS NULL OR valid_to >= ${on}::date)`.execute(saving.transaction);
  }
  saving.insert("appointment", {
    tenant_id: tenantId,
    id: uuidv7(),
    person_id: leader.personId,
    organization_id: organizationId,
    post: leader.post,
    valid_from: on,
    valid_to: null,
  });
}
