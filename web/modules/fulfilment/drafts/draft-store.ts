import { deviceStore } from "../device-store.ts";
import type { Draft } from "../draft.ts";
import { isDraft, named } from "./draft-content.ts";

/** A draft on this device. */
export type Kept = {
  readonly draft: Draft;
  readonly organizationId: string;
  /** The revision that the server gave last, and what it kept under it; 0 and null before the first. */
  readonly revision: number;
  readonly base: string | null;
};

const drafts = deviceStore("dutyloop.draft.", read);

/** @returns whether it could be kept */
export function keepDraft(accountId: string, kept: Kept, store?: Pick<Storage, "setItem">): boolean {
  return drafts.keep(accountId, kept.draft.draftId, { ...kept, at: Date.now() }, store);
}

export function keptDraft(accountId: string, draftId: string, store?: Pick<Storage, "getItem">): Kept | null {
  return drafts.kept(accountId, draftId, store);
}

/** All that one account types on this device, the last typed first. */
export function keptDrafts(accountId: string, store?: Storage): Kept[] {
  return drafts.all(accountId, store).sort((a, b) => b.at - a.at);
}

/** The one that is being typed for a type and a host. */
export function keptFor(accountId: string, templateCode: string, subjectId: string, store?: Storage): Kept | null {
  const fits = ({ draft }: Kept) => draft.templateCodes[0] === templateCode && draft.subjectId === subjectId;
  return keptDrafts(accountId, store).find(fits) ?? null;
}

/** By its number, as what an earlier version kept went by another name. */
export function dropDraft(accountId: string, draftId: string, store?: Storage): void {
  drafts.drop(accountId, ({ draft }) => draft.draftId === draftId, store);
}

export const dropDrafts = drafts.dropAll;

function read(value: unknown): (Kept & { at: number }) | null {
  const kept = value as (Kept & { at?: number }) | Draft | null;
  // An earlier version kept the draft alone, and knew no server's copy of it.
  if (isDraft(kept)) return { draft: named(kept), organizationId: "", revision: 0, base: null, at: 0 };
  if (!kept || !("draft" in kept) || !isDraft(kept.draft)) return null;
  return { ...kept, draft: named(kept.draft), at: kept.at ?? 0 };
}
