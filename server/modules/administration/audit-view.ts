import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { type RawBuilder, sql } from "kysely";
import { checkWholeGroup } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";

type Entry = Answer<"listAudit">["items"][number];

/** Audit entries that fit what is asked for, newest first; paged by id. */
export async function listAudit(
  { database, tenantId, query, scope }: ReadRequest<"listAudit">,
  timeZone: string,
): Promise<Answer<"listAudit">> {
  await checkWholeGroup(database, tenantId, scope);
  const { rows } = await sql<Omit<Entry, "recordedAt"> & { recordedAt: Date }>`
    SELECT e.id, s.sequence, e.recorded_at AS "recordedAt", e.account_name AS "accountName", e.action, e.object, e.outcome,
      e.request_id AS "requestId", e.before_digest AS "beforeDigest", e.after_digest AS "afterDigest", e.address
    FROM audit_entry e LEFT JOIN audit_seal s ON s.tenant_id = e.tenant_id AND s.entry_id = e.id
    WHERE ${sql.join([sql`e.tenant_id = ${tenantId}`, ...wanted(query, tenantId, timeZone)], sql` AND `)}
      AND e.id < ${query.after ?? "ffffffff-ffff-ffff-ffff-ffffffffffff"}::uuid
    ORDER BY e.id DESC LIMIT ${query.limit + 1}`.execute(database);
  const items = rows.slice(0, query.limit).map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

/** One condition for each thing asked for; days begin and end in the group's time zone. */
function wanted(
  query: ReadRequest<"listAudit">["query"],
  tenantId: number,
  timeZone: string,
): readonly RawBuilder<unknown>[] {
  const { account, action, object, organizationId, from, to, outcome, requestId } = query;
  const holds = (column: string, part: string) => sql`position(lower(${part}) in lower(${sql.ref(column)})) > 0`;
  return [
    account && holds("e.account_name", account),
    action && holds("e.action", action),
    object && holds("e.object", object),
    organizationId &&
      sql`starts_with(e.place, (SELECT path FROM organization WHERE tenant_id = ${tenantId} AND id = ${organizationId}::uuid))`,
    from && sql`e.recorded_at >= (${from}::date::timestamp AT TIME ZONE ${timeZone})`,
    to && sql`e.recorded_at < ((${to}::date + 1)::timestamp AT TIME ZONE ${timeZone})`,
    outcome && sql`e.outcome = ${outcome}`,
    requestId && sql`e.request_id = ${requestId}`,
  ].filter((condition) => condition !== undefined && condition !== "");
}
