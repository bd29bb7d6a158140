import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers, narrow, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { dateRefusal } from "@dutyloop/domain/organization/reorganization/date-refusals.ts";
import { type RawBuilder, sql } from "kysely";
import { inScope, placeInScope } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import { presentEffects } from "./present-effects.ts";
import type { StoredEffects } from "./stored-effects.ts";
import { shutPeriods } from "./surroundings.ts";

type Row = {
  id: string;
  name: string;
  decision: string;
  effectiveOn: PlainDate;
  organizationId: string;
  organizationName: string;
  path: string;
  appliedAt: Date;
  appliedBy: string;
  undoneAt: Date | null;
  undoneBy: string | null;
  undoReason: string | null;
  effects: StoredEffects;
};

async function rowsWhere(
  { database, tenantId }: { readonly database: ReadDatabase; readonly tenantId: number },
  which: RawBuilder<unknown>,
  limit: number,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT r.id, r.name, r.decision, r.effective_on AS "effectiveOn", o.id AS "organizationId", o.name AS "organizationName", o.path,
      r.applied_at AS "appliedAt", applying.display_name AS "appliedBy", r.undone_at AS "undoneAt", undoing.display_name AS "undoneBy",
      r.undo_reason AS "undoReason", r.effects
    FROM reorganization r
    JOIN organization o ON o.tenant_id = r.tenant_id AND o.id = r.organization_id
    JOIN account applying ON applying.tenant_id = r.tenant_id AND applying.id = r.applied_by
    LEFT JOIN account undoing ON undoing.tenant_id = r.tenant_id AND undoing.id = r.undone_by
    WHERE r.tenant_id = ${tenantId} AND ${which} ORDER BY r.id DESC LIMIT ${limit}`.execute(database);
  return rows;
}

function presented(row: Row): Answer<"listReorganizations">["items"][number] {
  const { id, name, decision, effectiveOn, appliedBy, effects } = row;
  const undone = row.undoneAt && {
    at: row.undoneAt.toISOString(),
    by: row.undoneBy ?? "",
    reason: row.undoReason ?? "",
  };
  return {
    id,
    name,
    decision,
    effectiveOn,
    organization: { id: row.organizationId, name: row.organizationName },
    appliedAt: row.appliedAt.toISOString(),
    appliedBy,
    ended: effects.ended.length,
    begun: effects.begun.length,
    membersMoved: effects.membersMoved.length,
    undone,
  };
}

/** Re-organisations at and below an organisation, newest first. */
export async function listReorganizations(
  request: ReadRequest<"listReorganizations">,
): Promise<Answer<"listReorganizations">> {
  const { database, tenantId, scope, params, query } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const after = query.after === undefined ? sql`true` : sql`r.id < ${query.after}::uuid`;
  const which = sql`${inScope("o.path", narrow(scope, place.path))} AND ${after}`;
  const rows = await rowsWhere(request, which, query.limit + 1);
  const items = rows.slice(0, query.limit).map(presented);
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

/** One re-organisation with its effects as they were agreed to. */
export async function getReorganization(
  request: ReadRequest<"getReorganization">,
): Promise<Answer<"getReorganization">> {
  const { database, tenantId, scope, params, caller, today } = request;
  const [row] = await rowsWhere(request, sql`r.id = ${params.reorganizationId}::uuid`, 1);
  if (!row || !covers(scope, row.path)) throw notFound();
  const named = covers(scopeOf(caller.actor, "person.read", today), row.path);
  const shut = dateRefusal(row.effectiveOn, await shutPeriods(database, tenantId));
  return {
    ...presented(row),
    effects: await presentEffects(database, tenantId, row.effects, { named, scope }),
    undoable: row.undoneAt === null && shut === null,
  };
}
