import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { contentOf, draftOf } from "./draft-content.ts";
import type { Kept } from "./draft-store.ts";

export type ServerDraft = Answer<"getRecordDraft">;

/**
 * What the form begins with: what this device has, unless the server has something newer and nothing was written here
 * since. Where both were written on, this device's text is shown, and saving it brings both together.
 */
export function startingFrom(local: Kept | null, server: ServerDraft | null, organizationId: string): Kept | null {
  const theirs = server === null ? null : draftOf(server.content);
  if (server === null || theirs === null) return local && { ...local, organizationId };
  const fresh = { draft: theirs, organizationId, revision: server.revision, base: server.content };
  if (local === null) return fresh;
  const unsaved = local.base !== contentOf(local.draft);
  return unsaved || local.revision === server.revision ? { ...local, organizationId } : fresh;
}
