import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import { sql } from "kysely";
import { inScope, placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";

type Item = Answer<"listQuarantined">["items"][number];
type Row = Omit<Item, "sentAt" | "handledAt"> & { sentAt: Date; handledAt: Date | null };

const keyShape = /^\d{4}-[\dT:.-]+Z [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Files in quarantine that were sent for an organisation or one below it, the latest first; never what stands in them. */
export async function listQuarantined({
  database,
  tenantId,
  scope,
  params,
  query,
  caller,
}: ReadRequest<"listQuarantined">): Promise<Answer<"listQuarantined">> {
  const { path } = await placeInScope(database, tenantId, scope, params.organizationId);
  const [at, id] = keyShape.test(query.after ?? "") ? (query.after ?? "").split(" ") : [];
  const later = at === undefined ? sql`true` : sql`(q.quarantined_at, q.id) < (${at}::timestamptz, ${id}::uuid)`;
  const state = query.state === undefined ? sql`true` : sql`(q.outcome IS NULL) = ${query.state === "open"}`;
  const { rows } = await sql<Row>`
    SELECT q.id, q.organization_id AS "organizationId", o.name AS "organizationName", q.name, q.size, q.marking,
      q.found_in AS "foundIn", s.display_name AS "sentBy", q.quarantined_at AS "sentAt", q.account_id = ${caller.actor.accountId} AS own,
      q.outcome, q.note, h.display_name AS "handledBy", q.handled_at AS "handledAt"
    FROM quarantined_file q JOIN organization o ON o.tenant_id = q.tenant_id AND o.id = q.organization_id
    JOIN account s ON s.tenant_id = q.tenant_id AND s.id = q.account_id
    LEFT JOIN account h ON h.tenant_id = q.tenant_id AND h.id = q.handled_by
    WHERE q.tenant_id = ${tenantId} AND ${inScope("o.path", narrow(scope, path))} AND ${later} AND ${state}
    ORDER BY q.quarantined_at DESC, q.id DESC LIMIT ${query.limit + 1}`.execute(database);
  const items = rows.slice(0, query.limit).map((row) => ({
    ...row,
    sentAt: row.sentAt.toISOString(),
    handledAt: row.handledAt?.toISOString() ?? null,
  }));
  const last = rows.length > query.limit ? items.at(-1) : undefined;
  return { items, next: last ? `${last.sentAt} ${last.id}` : null };
}
