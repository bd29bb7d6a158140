import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { workbooks } from "@dutyloop/contract/lists/lists.ts";
import { sql } from "kysely";
import { checkWholeGroup } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";

type Item = Answer<"listAlarms">["items"][number];
type Row = Omit<Item, "raisedAt" | "handledAt" | "list"> & {
  raisedAt: Date;
  handledAt: Date | null;
  subject: keyof typeof workbooks | null;
};

/** What security administrators are told of, the latest first; paged by id. */
export async function listAlarms({
  database,
  tenantId,
  scope,
  query,
  caller,
}: ReadRequest<"listAlarms">): Promise<Answer<"listAlarms">> {
  await checkWholeGroup(database, tenantId, scope);
  const before = query.after === undefined ? sql`true` : sql`a.id < ${query.after}::uuid`;
  const state = { open: sql`a.handled_at IS NULL`, handled: sql`a.handled_at IS NOT NULL`, all: sql`true` }[
    query.state
  ];
  const { rows } = await sql<Row>`
    SELECT a.id, a.kind, a.raised_at AS "raisedAt", w.display_name AS "accountName", a.account_id = ${caller.actor.accountId} AS own,
      a.subject, a.figure, a.purpose, h.display_name AS "handledBy", a.handled_at AS "handledAt", a.note
    FROM alarm a JOIN account w ON w.tenant_id = a.tenant_id AND w.id = a.account_id
    LEFT JOIN account h ON h.tenant_id = a.tenant_id AND h.id = a.handled_by
    WHERE a.tenant_id = ${tenantId} AND ${state} AND ${before}
    ORDER BY a.id DESC LIMIT ${query.limit + 1}`.execute(database);
  const items = rows.slice(0, query.limit).map(({ subject, raisedAt, handledAt, ...row }) => ({
    ...row,
    list: subject === null ? null : workbooks[subject].name,
    raisedAt: raisedAt.toISOString(),
    handledAt: handledAt?.toISOString() ?? null,
  }));
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}
