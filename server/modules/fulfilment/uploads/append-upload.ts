import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { sql } from "kysely";
import type { PartStore } from "../../../platform/files/parts.ts";
import type { FileStore } from "../../../platform/files/store.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { perform, type Workshop } from "../../../platform/ritual/perform.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import { finishUpload } from "./finish-upload.ts";
import { goingUpload, pieceRefusal, presentUpload, type Upload } from "./upload-rows.ts";

export type UploadParts = { readonly workshop: Workshop; readonly store: FileStore; readonly parts: PartStore };

/**
 * Puts a piece behind what is there; the last one finishes the upload. A piece changes nothing that anybody sees, so only
 * the beginning and the end stand in the audit.
 */
export async function appendUpload(
  request: ReadRequest<"appendUpload">,
  { workshop, store, parts }: UploadParts,
): Promise<Answer<"appendUpload">> {
  const upload = await putPiece(request, workshop, parts);
  if (upload.received < upload.size) return presentUpload(upload);
  try {
    const answer = await perform(workshop, finishUpload(store, parts), request.caller, { uploadId: upload.id });
    await parts.remove(upload.id);
    return answer;
  } catch (error) {
    if (error instanceof Refused) await putAway(request, workshop, parts, upload.id, error.refusal.code);
    throw error;
  }
}

async function putPiece(
  { raw, params, query, caller, tenantId, scope, now }: ReadRequest<"appendUpload">,
  { database }: Workshop,
  parts: PartStore,
): Promise<Upload> {
  const piece = Buffer.isBuffer(raw.body) ? raw.body : Buffer.alloc(0);
  return database.writing(tenantId, {}, async (transaction) => {
    const upload = await goingUpload(transaction, caller.actor, scope, params.uploadId, now, true);
    const refusal = pieceRefusal(upload, query.offset, piece.length);
    if (refusal) throw new Refused(refusal);
    const received = upload.received + piece.length;
    if (piece.length > 0) {
      // On the disk before the row says so: a break in between only asks for the same piece again.
      await parts.write(upload.id, query.offset, piece);
      await sql`UPDATE upload SET received = ${received} WHERE tenant_id = ${tenantId} AND id = ${upload.id}`.execute(
        transaction,
      );
    }
    return { ...upload, received };
  });
}

/** What can't be taken doesn't stay: marked bytes are locked away, others thrown away with their upload. */
async function putAway(
  { tenantId }: Pick<ReadRequest<"appendUpload">, "tenantId">,
  { database }: Workshop,
  parts: PartStore,
  id: string,
  code: string,
): Promise<void> {
  if (code === "file.quarantined") {
    const { rows } = await sql`SELECT 1 FROM quarantined_file WHERE tenant_id = ${tenantId} AND id = ${id}`.execute(
      database.reading(tenantId),
    );
    return rows.length > 0 ? parts.lockAway(id) : parts.remove(id);
  }
  if (!code.startsWith("file.") && code !== "upload.hash_differs") return;
  await database.writing(tenantId, {}, async (transaction) => {
    await sql`DELETE FROM upload WHERE tenant_id = ${tenantId} AND id = ${id} AND file_id IS NULL`.execute(transaction);
  });
  await parts.remove(id);
}
