import { createHash } from "node:crypto";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { photographOf } from "../../platform/files/media-type.ts";
import type { FileStore } from "../../platform/files/store.ts";
import { withoutLocation } from "../../platform/files/without-location.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";

type Input = { organizationId: string; bytes: unknown };
type Photograph = { id: string; mediaType: string; size: number; clean: Buffer };

/**
 * Keeps a photograph, cleaned of the place and time the camera wrote into it (PRV-17). Refuses what is no photograph.
 * The bytes are on disk before the row: a file without a row is harmless, a row without its file is not.
 */
export function uploadFile(
  store: FileStore,
): UseCase<Input, { path: string }, Photograph, { id: string; mediaType: string; size: number }> {
  return {
    name: "fulfilment.upload_file",
    access: "file.upload",
    async load(transaction, input, { actor }) {
      const place = await transaction
        .selectFrom("organization")
        .where("tenant_id", "=", actor.tenantId)
        .where("id", "=", input.organizationId)
        .select("path")
        .executeTakeFirst();
      if (!place) throw notFound();
      return place;
    },
    place: ({ path }) => path,
    decide: (_state, { bytes }) => decidePhotograph(bytes),
    async save(saving, { id, mediaType, size, clean }, { actor, now }, input) {
      await store.keep(clean);
      await saving.transaction
        .insertInto("file")
        .values({
          tenant_id: actor.tenantId,
          id,
          media_type: mediaType,
          size,
          organization_id: input.organizationId,
          recorded_at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      // The same picture may come from several organisations; each may use it.
      await saving.transaction
        .insertInto("file_use")
        .values({
          tenant_id: actor.tenantId,
          file_id: id,
          used_by: "organization",
          used_id: input.organizationId,
          position: 0,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    audit: ({ id }) => ({ object: `file ${id}` }),
    answer: ({ id, mediaType, size }) => ({ id, mediaType, size }),
  };
}

function decidePhotograph(bytes: unknown): Photograph | Refusal {
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return refuse("file.empty");
  const photograph = photographOf(bytes);
  if (!photograph) return refuse("file.not_an_image");
  const clean = withoutLocation(bytes, photograph.mediaType);
  return {
    id: createHash("sha256").update(clean).digest("hex"),
    mediaType: photograph.mediaType,
    size: clean.length,
    clean,
  };
}
