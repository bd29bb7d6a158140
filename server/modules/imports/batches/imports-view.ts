import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import { sql } from "kysely";
import { placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import { batchesWhere, shownBatch } from "./import-batch.ts";

const keyShape = /^\d{4}-[\dT:.-]+Z [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What was taken in at and below an organisation, the latest first. */
export async function listImports(request: ReadRequest<"listImports">): Promise<Answer<"listImports">> {
  const { database, tenantId, scope, params, query, now } = request;
  const { path } = await placeInScope(database, tenantId, scope, params.organizationId);
  const [at, id] = keyShape.test(query.after ?? "") ? (query.after ?? "").split(" ") : [];
  const later = at === undefined ? sql`true` : sql`(b.committed_at, b.id) < (${at}::timestamptz, ${id}::uuid)`;
  const rows = await batchesWhere(database, tenantId, narrow(scope, path), later, query.limit + 1);
  const items = rows.slice(0, query.limit);
  const last = rows.length > items.length ? items.at(-1) : undefined;
  return {
    items: items.map((row) => shownBatch(row, now)),
    next: last ? `${last.committedAt.toISOString()} ${last.id}` : null,
  };
}

/** One import. */
export async function getImport(request: ReadRequest<"getImport">): Promise<Answer<"getImport">> {
  const { database, tenantId, scope, params, now } = request;
  const [row] = await batchesWhere(database, tenantId, scope, sql`b.id = ${params.importId}::uuid`, 1);
  if (!row) throw notFound();
  return shownBatch(row, now);
}
