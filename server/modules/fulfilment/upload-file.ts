import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { KnownFile } from "../../platform/files/file-kind.ts";
import { photographOf } from "../../platform/files/media-type.ts";
import type { FileStore } from "../../platform/files/store.ts";
import { withoutLocation } from "../../platform/files/without-location.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { fileIdOf, keepFile } from "./keep-file.ts";

type Input = { organizationId: string; bytes: unknown };
type Photograph = KnownFile & { id: string };

/** Keeps a photograph, cleaned of the place and time the camera wrote into it (PRV-17). Refuses what is no photograph. */
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
    save: (saving, photograph, context, { organizationId }) =>
      keepFile(saving, store, context, photograph, organizationId),
    audit: ({ id }) => ({ object: `file ${id}` }),
    answer: ({ id, mediaType, bytes }) => ({ id, mediaType, size: bytes.length }),
  };
}

function decidePhotograph(bytes: unknown): Photograph | Refusal {
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return refuse("file.empty");
  const photograph = photographOf(bytes);
  if (!photograph) return refuse("file.not_an_image");
  const file = { ...photograph, bytes: withoutLocation(bytes, photograph.mediaType) };
  return { ...file, id: fileIdOf(file) };
}
