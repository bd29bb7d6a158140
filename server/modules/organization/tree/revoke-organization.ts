import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { closedMonthRefusal, type Remaining, revocationRefusal } from "@dutyloop/domain/organization/tree-rules.ts";
import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";
import { requestTreeCount } from "../../../platform/facts/count-requests.ts";
import { markConcerned, markTreeChanged } from "../../../platform/facts/tree-changed.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { endsOn, endWhatBelongs } from "./end-what-belongs.ts";
import { type LastAdministrators, lastAdministratorsOf } from "./last-administrators.ts";
import { holdTree, monthsSince, type StandingOrganization, standingOrganization } from "./stretches.ts";
import { openAfter, waiveDuties } from "./waive-duties.ts";

type Input = { readonly organizationId: string; readonly lastDay: PlainDate; readonly reason: string };
type State = StandingOrganization & {
  readonly remaining: Remaining;
  /** Its 党小组, which end with it. */
  readonly groups: readonly string[];
  readonly ending: Pick<Answer<"revokeOrganization">, "appointments" | "duties" | "grants">;
  readonly lastAdministrators: LastAdministrators | null;
};
type Decision = { readonly ids: readonly string[]; readonly ended: Answer<"revokeOrganization"> };

/**
 * Ends an organisation on a day (ORG-05): posts, coverage, term and access in it end with it, and what it owes after that
 * day is waived. It keeps its place and papers for those who oversee it. Whoever has members or organisations below is
 * re-organised instead (ORG-24).
 */
export const revokeOrganization: UseCase<Input, State, Decision, Answer<"revokeOrganization">> = {
  name: "organization.revoke",
  access: "organization.manage",
  postsIn: ({ lastDay }, today) => monthsSince(addDays(lastDay, 1), today),
  async load(transaction, { organizationId, lastDay }, { actor, today }) {
    const { tenantId } = actor;
    await holdTree(transaction, tenantId);
    const standing = await standingOrganization(transaction, tenantId, organizationId);
    const state = { ...standing, ...(await remains(transaction, tenantId, standing, lastDay)) };
    const ids = [organizationId, ...state.groups];
    const from = addDays(lastDay, 1);
    const ending = await endings(transaction, tenantId, ids, lastDay);
    const lastAdministrators = await lastAdministratorsOf(transaction, tenantId, ids, [from, today]);
    return { ...state, ending, lastAdministrators };
  },
  place: ({ path }) => path,
  decide(state, { organizationId, lastDay }, { closedMonths }) {
    if (state.parentId === null) return refuse("organization.top_stays");
    const refusal =
      revocationRefusal(state, lastDay, state.remaining) ??
      closedMonthRefusal(addDays(lastDay, 1), closedMonths, "lastDay") ??
      (state.lastAdministrators && refuse("organization.last_administrator", { role: state.lastAdministrators.role }));
    const ids = [organizationId, ...state.groups];
    return refusal ?? { ids, ended: { groups: state.groups.length, ...state.ending } };
  },
  async save(saving, { ids }, context, { lastDay }, { path }) {
    const { transaction } = saving;
    const { tenantId } = context.actor;
    await endWhatBelongs(transaction, tenantId, ids, lastDay);
    await waiveDuties(saving, context, lastDay, owedBy(ids));
    const from = addDays(lastDay, 1);
    await markTreeChanged(transaction, tenantId, from, context.now);
    await markConcerned(transaction, tenantId, path, from, context.today, context.now);
    requestTreeCount(saving, context);
  },
  audit: ({ ended }, { organizationId, lastDay, reason }) => ({
    object: `organization ${organizationId}`,
    after: { lastDay, reason, ...ended },
  }),
  answer: ({ ended }) => ended,
};

const owedBy = (ids: readonly string[]) =>
  sql`(o.organization_id = ANY(${[...ids]}::uuid[]) OR o.subject_id = ANY(${[...ids]}::uuid[]))`;

async function endings(
  transaction: Transaction,
  tenantId: number,
  ids: readonly string[],
  lastDay: PlainDate,
): Promise<State["ending"]> {
  const within = sql`tenant_id = ${tenantId} AND organization_id = ANY(${[...ids]}::uuid[]) AND ${endsOn(lastDay)}`;
  const { rows } = await sql<State["ending"]>`SELECT
    (SELECT count(*)::int FROM appointment WHERE ${within}) AS appointments,
    (SELECT count(*)::int FROM role_grant WHERE ${within}) AS grants,
    (SELECT count(*)::int FROM obligation o WHERE o.tenant_id = ${tenantId} AND ${openAfter(lastDay)} AND ${owedBy(ids)}) AS duties`.execute(
    transaction,
  );
  return rows[0] as State["ending"];
}

/** Whoever has left the Party or the branch doesn't belong to it any more. */
const gone = ["REMOVED", "EXPELLED", "CANCELLED", "TRANSFERRED_OUT", "DECEASED"];

async function remains(
  transaction: Transaction,
  tenantId: number,
  { id, changedOn }: StandingOrganization,
  lastDay: PlainDate,
): Promise<Pick<State, "remaining" | "groups" | "changedOn">> {
  const later = (row: string) =>
    sql`(${sql.ref(`${row}.valid_to`)} IS NULL OR ${sql.ref(`${row}.valid_to`)} > ${lastDay}::date)`;
  const { rows } = await sql<Remaining & { groups: string[]; changedOn: PlainDate | null }>`
    WITH ending AS (
      SELECT o.id FROM organization o WHERE o.tenant_id = ${tenantId} AND o.parent_id = ${id}::uuid AND o.kind = 'GROUP' AND ${later("o")}
    ), began AS (
      SELECT valid_from FROM organization_place WHERE tenant_id = ${tenantId} AND organization_id IN (SELECT id FROM ending)
      UNION ALL SELECT valid_from FROM appointment WHERE tenant_id = ${tenantId}
        AND (organization_id = ${id}::uuid OR organization_id IN (SELECT id FROM ending))
      UNION ALL SELECT valid_from FROM role_grant WHERE tenant_id = ${tenantId}
        AND (organization_id = ${id}::uuid OR organization_id IN (SELECT id FROM ending))
      UNION ALL SELECT valid_from FROM coverage WHERE tenant_id = ${tenantId}
        AND (organization_id = ${id}::uuid OR organization_id IN (SELECT id FROM ending))
    )
    SELECT
      (SELECT count(*)::int FROM organization o WHERE o.tenant_id = ${tenantId} AND o.parent_id = ${id}::uuid AND o.kind <> 'GROUP'
        AND ${later("o")}) AS children,
      (SELECT count(DISTINCT m.person_id)::int FROM membership m WHERE m.tenant_id = ${tenantId} AND (m.organization_id = ${id}::uuid OR m.group_id = ${id}::uuid)
        AND NOT m.state = ANY(${gone}) AND ${later("m")}) AS members,
      (SELECT count(*)::int FROM person_transfer t WHERE t.tenant_id = ${tenantId} AND t.state = 'issued'
        AND ${id}::uuid IN (t.from_organization_id, t.to_organization_id)) AS transfers,
      (SELECT coalesce(json_agg(id), '[]') FROM ending) AS groups,
      (SELECT max(valid_from) FROM began) AS "changedOn"`.execute(transaction);
  const { groups, changedOn: later_, ...remaining } = rows[0] as (typeof rows)[number];
  return { remaining, groups, changedOn: later_ !== null && later_ > changedOn ? later_ : changedOn };
}
