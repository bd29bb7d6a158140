import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { sql } from "kysely";
import { checkWholeGroup } from "../../platform/access/place.ts";
import { verifyAudit } from "../../platform/audit/verify.ts";
import { programVersion } from "../../platform/http/program-version.ts";
import { type ReadRequest, type Route, read } from "../../platform/http/route.ts";
import { groupStatus } from "./status.ts";

export type AuditParts = { auditKey: Buffer; anchorFile: string };

export function administrationRoutes({ auditKey, anchorFile }: AuditParts): Route[] {
  return [
    read("listAudit", listAudit),
    read("verifyAudit", async ({ database, tenantId, scope }) => {
      await checkWholeGroup(database, tenantId, scope);
      return verifyAudit(database, auditKey, tenantId, anchorFile);
    }),
    read("getStatus", async ({ database, tenantId, scope, now }) => {
      await checkWholeGroup(database, tenantId, scope);
      return { version: programVersion, ...(await groupStatus(database, tenantId, now)) };
    }),
  ];
}

type Entry = Answer<"listAudit">["items"][number];

/** Audit entries, newest first; paged by id. */
async function listAudit(request: ReadRequest<"listAudit">): Promise<Answer<"listAudit">> {
  const { database, tenantId, query, scope } = request;
  await checkWholeGroup(database, tenantId, scope);
  const { rows } = await sql<Omit<Entry, "recordedAt"> & { recordedAt: Date }>`
    SELECT e.id, s.sequence, e.recorded_at AS "recordedAt", e.account_name AS "accountName", e.action, e.object, e.outcome, e.request_id AS "requestId"
    FROM audit_entry e LEFT JOIN audit_seal s ON s.tenant_id = e.tenant_id AND s.entry_id = e.id
    WHERE e.tenant_id = ${tenantId} AND e.id < ${query.after ?? "ffffffff-ffff-ffff-ffff-ffffffffffff"}::uuid
    ORDER BY e.id DESC LIMIT ${query.limit + 1}`.execute(database);
  const items = rows.slice(0, query.limit).map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}
