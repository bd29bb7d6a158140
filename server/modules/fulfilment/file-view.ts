import { covers } from "@dutyloop/domain/identity/access-policy.ts";
import { sql } from "kysely";
import type { FileStore } from "../../platform/files/store.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { notFound } from "../../platform/ritual/refused.ts";

/** Names that a computer opens each kind of paper by; photographs are shown in the page. */
const endings: Readonly<Record<string, string>> = {
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
  "application/pdf": "pdf",
  "text/plain": "txt",
};

/** A photograph or a paper of a record the caller may see. It can't run or be framed, whatever it holds. */
export async function getRecordFile(
  { database, tenantId, scope, params, reply }: ReadRequest<"getRecordFile">,
  store: FileStore,
): Promise<unknown> {
  const { rows } = await sql<{ mediaType: string; path: string }>`
    SELECT f.media_type AS "mediaType", o.path FROM file_use u
    JOIN file f ON f.tenant_id = u.tenant_id AND f.id = u.file_id
    JOIN record_host h ON h.tenant_id = u.tenant_id AND h.record_id = u.used_id
    JOIN organization o ON o.tenant_id = h.tenant_id AND o.id = h.organization_id
    WHERE u.tenant_id = ${tenantId} AND u.used_by = 'record' AND u.used_id = ${params.recordId} AND u.file_id = ${params.fileId}`.execute(
    database,
  );
  const file = rows.find(({ path }) => covers(scope, path));
  if (!file) throw notFound();
  const ending = endings[file.mediaType];
  const name = params.fileId.slice(0, 12);
  return reply
    .type(file.mediaType)
    .headers({
      "content-security-policy": "sandbox; default-src 'none'",
      "content-disposition": ending ? `attachment; filename="${name}.${ending}"` : `inline; filename="${name}"`,
      "cache-control": "private, max-age=3600",
    })
    .send(await store.read(params.fileId));
}
