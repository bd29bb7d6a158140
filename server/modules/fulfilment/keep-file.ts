import { createHash } from "node:crypto";
import type { KnownFile } from "../../platform/files/file-kind.ts";
import type { FileStore } from "../../platform/files/store.ts";
import type { Saving } from "../../platform/ritual/saving.ts";
import type { Context } from "../../platform/ritual/use-case.ts";

export function fileIdOf({ bytes }: KnownFile): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Keeps a file for an organisation. The bytes are on disk before the row: a file without a row is harmless, a row without
 * its file is not. The same file may come from several organisations; each may use it.
 */
export async function keepFile(
  saving: Saving,
  store: FileStore,
  { actor, now }: Context,
  file: KnownFile,
  organizationId: string,
): Promise<void> {
  const id = await store.keep(file.bytes);
  await saving.transaction
    .insertInto("file")
    .values({
      tenant_id: actor.tenantId,
      id,
      media_type: file.mediaType,
      size: file.bytes.length,
      organization_id: organizationId,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await saving.transaction
    .insertInto("file_use")
    .values({
      tenant_id: actor.tenantId,
      file_id: id,
      used_by: "organization",
      used_id: organizationId,
      position: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
