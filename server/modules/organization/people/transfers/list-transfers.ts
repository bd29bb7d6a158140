import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { developmentStates } from "@dutyloop/domain/organization/member-things.ts";
import { memberLimits } from "@dutyloop/domain/organization/members/member-limits.ts";
import { type RawBuilder, sql } from "kysely";
import { holds, inScope, placeInScope } from "../../../../platform/access/place.ts";
import type { ReadRequest } from "../../../../platform/http/route.ts";
import { sightOf } from "../sight.ts";
import { isReadable, presentTransfer, transferRows } from "./transfer-rows.ts";

type Query = ReadRequest<"listTransfers">["query"];

/** Letters from an organisation and below, or to it; the oldest first, as it has waited longest. */
export async function listTransfers(request: ReadRequest<"listTransfers">): Promise<Answer<"listTransfers">> {
  const { database, tenantId, scope, params, query, today, caller } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const end = query.direction === "out" ? "f.path" : "o.path";
  // Who is on the way into the Party is there only for those who may know it.
  const known = sql<boolean>`(${inScope(end, sightOf(caller.actor, today).development)} OR NOT EXISTS (SELECT 1
    FROM membership m WHERE m.tenant_id = t.tenant_id AND m.person_id = t.person_id AND ${holds("m", today)}
      AND m.state = ANY(${[...developmentStates]})))`;
  const conditions = [
    inScope(end, narrow(scope, place.path)),
    known,
    isReadable(caller, today),
    ...conditionsOf(query, today),
  ];
  const rows = await transferRows(database, tenantId, sql.join(conditions, sql` AND `), query.limit + 1);
  const last = rows.at(query.limit - 1);
  return {
    items: rows
      .slice(0, query.limit)
      .map((row) => ({ ...presentTransfer(row, scope, today), direction: query.direction })),
    next: rows.length > query.limit && last ? `${last.id} ${last.issuedOn}` : null,
  };
}

function conditionsOf({ which, after }: Query, today: PlainDate): RawBuilder<unknown>[] {
  const firstWarning = Math.min(...memberLimits.letterWarnings);
  return [
    ...(which === "open" || which === "warned" ? [sql`t.state = 'issued'`] : []),
    ...(which === "warned" ? [sql`t.issued_on <= ${addDays(today, -firstWarning)}::date`] : []),
    ...(which === "settled" ? [sql`t.state <> 'issued'`] : []),
    ...(after ? [sql`(t.issued_on, t.id) > (${after.slice(37)}::date, ${after.slice(0, 36)}::uuid)`] : []),
  ];
}
