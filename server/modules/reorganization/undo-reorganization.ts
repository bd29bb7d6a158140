import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { type Month, type PlainDate, plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { PeriodStretch } from "@dutyloop/domain/organization/reorganization/acts.ts";
import { dateRefusal } from "@dutyloop/domain/organization/reorganization/date-refusals.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../platform/access/place.ts";
import { type Act, type ChangedSince, undoAct } from "../../platform/changes/index.ts";
import type { Transaction } from "../../platform/db/pools.ts";
import { requestCountsSince, requestTreeCount } from "../../platform/facts/count-requests.ts";
import { markConcerned, markTreeChanged } from "../../platform/facts/tree-changed.ts";
import { notFound, Refused } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { forgetScores } from "../assessment/index.ts";
import { postDueAgain } from "../duties/index.ts";
import { monthsSince } from "../organization/index.ts";
import { shutMonthRefusal } from "./shut-months.ts";
import type { StoredEffects } from "./stored-effects.ts";
import { shutPeriods } from "./surroundings.ts";

type Input = { readonly reorganizationId: string; readonly reason: string };
type State = {
  readonly path: string;
  readonly effectiveOn: PlainDate;
  readonly undoneOn: PlainDate | null;
  readonly effects: StoredEffects;
  readonly periods: readonly PeriodStretch[];
  readonly months: readonly Month[];
};

/**
 * Takes a re-organisation back whole: every row is as it was before. Only while the periods from its day on are open, and
 * nothing of what it wrote has been changed or used since.
 */
export const undoReorganization: UseCase<Input, State, State, Answer<"undoReorganization">> = {
  name: "organization.undo_reorganization",
  access: "organization.reorganize",
  async load(transaction, { reorganizationId }, { actor, today }) {
    const { tenantId } = actor;
    await sql`SELECT FROM tenant WHERE tenant_id = ${tenantId} FOR NO KEY UPDATE`.execute(transaction);
    const { rows } = await sql<
      Pick<State, "path" | "effectiveOn" | "effects"> & { undoneAt: Date | null; zone: string }
    >`
      SELECT o.path, r.effective_on AS "effectiveOn", r.effects, r.undone_at AS "undoneAt", t.time_zone AS zone FROM reorganization r
      JOIN organization o ON o.tenant_id = r.tenant_id AND o.id = r.organization_id
      JOIN tenant t ON t.tenant_id = r.tenant_id
      WHERE r.tenant_id = ${tenantId} AND r.id = ${reorganizationId}::uuid`.execute(transaction);
    const [row] = rows;
    if (!row) throw notFound();
    const { undoneAt, zone, ...kept } = row;
    return {
      ...kept,
      undoneOn: undoneAt && plainDateIn(undoneAt, zone),
      periods: await shutPeriods(transaction, tenantId),
      months: monthsSince(row.effectiveOn, today),
    };
  },
  alsoPostsIn: ({ months }) => months,
  place: ({ path }) => path,
  decide(state, _input, { closedMonths }) {
    const { effectiveOn, undoneOn, periods } = state;
    if (undoneOn !== null) return refuse("reorganization.undone_before", { on: undoneOn });
    return dateRefusal(effectiveOn, periods) ?? shutMonthRefusal(effectiveOn, closedMonths) ?? state;
  },
  async save(saving, { path, effectiveOn, effects }, context, { reorganizationId, reason }) {
    const { transaction } = saving;
    const { actor, now, today } = context;
    const { tenantId, accountId } = actor;
    const act: Act = { tenantId, kind: "reorganization", id: reorganizationId };
    const begun = [...effects.begun, ...effects.groupsBegun].map(({ organizationId }) => organizationId);
    await postDueAgain(saving, context, act);
    const since = await undoAct(transaction, act);
    if (since !== null) throw new Refused(refuse(refusalOf(since)));
    if (await standsApart(transaction, tenantId, path)) throw new Refused(refuse("reorganization.since.organizations"));
    await forgetScores(transaction, tenantId, begun);
    await sql`UPDATE reorganization SET undone_by = ${accountId}, undone_at = ${now}, undo_reason = ${reason}
      WHERE tenant_id = ${tenantId} AND id = ${reorganizationId}::uuid`.execute(transaction);
    await requestCountsSince(transaction, tenantId, "0001-01-01", now);
    await markTreeChanged(transaction, tenantId, effectiveOn, now);
    await markConcerned(transaction, tenantId, path, effectiveOn, today, now);
    requestTreeCount(saving, context);
  },
  audit: ({ effectiveOn }, { reorganizationId, reason }) => ({
    object: `reorganization ${reorganizationId}`,
    after: { undone: true, effectiveOn, reason },
  }),
  answer: () => ({}),
};

/**
 * Whether something was set up since below what goes back to its old place: its path would lead nowhere, and whoever
 * oversees it would no longer reach it.
 */
async function standsApart(transaction: Transaction, tenantId: number, topPath: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM organization o
    JOIN organization p ON p.tenant_id = o.tenant_id AND p.id = o.parent_id
    WHERE o.tenant_id = ${tenantId} AND o.path >= ${topPath} AND o.path < ${afterSubtree(topPath)}
      AND o.path <> (p.path || o.label || '.') LIMIT 1`.execute(transaction);
  return rows.length > 0;
}

/** What was changed since, as people would say it. */
function refusalOf({ table }: ChangedSince): string {
  switch (table) {
    case "organization":
    case "organization_place":
    case "coverage":
    case "search_entry":
    case "term_of_office":
      return "reorganization.since.organizations";
    case "membership":
    case "appointment":
      return "reorganization.since.members";
    case "obligation":
      return "reorganization.since.duties";
    case "role_grant":
      return "reorganization.since.rights";
    default:
      return "reorganization.since.other";
  }
}
