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

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;
const prefix = "dutyloop.draft.";
const nameOf = (accountId: string, draftId: string) => `${prefix}${accountId}.${draftId}`;

/** @returns whether it could be kept: a full or forbidden store must not stop anybody from typing */
export function keepDraft(accountId: string, kept: Kept, store: Store = localStorage): boolean {
  try {
    store.setItem(nameOf(accountId, kept.draft.draftId), JSON.stringify({ ...kept, at: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

export function keptDraft(accountId: string, draftId: string, store: Store = localStorage): Kept | null {
  return read(store.getItem(nameOf(accountId, draftId)));
}

/** All that one account types on this device, the last typed first. */
export function keptDrafts(accountId: string, store: Storage = localStorage): Kept[] {
  return namesOf(accountId, store)
    .flatMap((name) => read(store.getItem(name)) ?? [])
    .sort((a, b) => b.at - a.at);
}

/** The one that is being typed for a type and a host. */
export function keptFor(
  accountId: string,
  templateCode: string,
  subjectId: string,
  store: Storage = localStorage,
): Kept | null {
  const fits = ({ draft }: Kept) => draft.templateCodes[0] === templateCode && draft.subjectId === subjectId;
  return keptDrafts(accountId, store).find(fits) ?? null;
}

export function dropDraft(accountId: string, draftId: string, store: Storage = localStorage): void {
  for (const name of namesOf(accountId, store))
    if (read(store.getItem(name))?.draft.draftId === draftId) store.removeItem(name);
}

/** At sign-out: nothing that this account typed stays on the device. */
export function dropDrafts(accountId: string, store: Storage = localStorage): void {
  for (const name of namesOf(accountId, store)) store.removeItem(name);
}

function namesOf(accountId: string, store: Storage): string[] {
  return Object.keys(store).filter((name) => name.startsWith(`${prefix}${accountId}.`));
}

function read(text: string | null): (Kept & { at: number }) | null {
  try {
    const kept = JSON.parse(text ?? "null") as (Kept & { at?: number }) | Draft | null;
    // An earlier version kept the draft alone, and knew no server's copy of it.
    if (isDraft(kept)) return { draft: named(kept), organizationId: "", revision: 0, base: null, at: 0 };
    if (!kept || !("draft" in kept) || !isDraft(kept.draft)) return null;
    return { ...kept, draft: named(kept.draft), at: kept.at ?? 0 };
  } catch {
    return null;
  }
}
