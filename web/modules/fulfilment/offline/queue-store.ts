import { useSyncExternalStore } from "react";
import type { Submission } from "./queue.ts";

const prefix = "dutyloop.queue.";
const changed = "dutyloop.queue";
const nameOf = (accountId: string, draftId: string) => `${prefix}${accountId}.${draftId}`;

function tell(): void {
  if (typeof dispatchEvent === "function") dispatchEvent(new Event(changed));
}

/** @returns whether this device could keep it */
export function queue(accountId: string, submission: Submission, store: Storage = localStorage): boolean {
  try {
    store.setItem(nameOf(accountId, submission.draft.draftId), JSON.stringify(submission));
    tell();
    return true;
  } catch {
    return false;
  }
}

export function queued(accountId: string, store: Storage = localStorage): Submission[] {
  return Object.keys(store)
    .filter((name) => name.startsWith(`${prefix}${accountId}.`))
    .flatMap((name) => read(store.getItem(name)) ?? [])
    .sort((a, b) => a.madeAt - b.madeAt);
}

export function unqueue(accountId: string, draftId: string, store: Storage = localStorage): void {
  store.removeItem(nameOf(accountId, draftId));
  tell();
}

export function unqueueAll(accountId: string, store: Storage = localStorage): void {
  for (const { draft } of queued(accountId, store)) unqueue(accountId, draft.draftId, store);
}

function read(text: string | null): Submission | null {
  try {
    const submission = JSON.parse(text ?? "null") as Submission | null;
    return typeof submission?.draft?.draftId === "string" ? submission : null;
  } catch {
    return null;
  }
}

export function watchQueue(listener: () => void): () => void {
  addEventListener(changed, listener);
  addEventListener("storage", listener);
  return () => {
    removeEventListener(changed, listener);
    removeEventListener("storage", listener);
  };
}

/** The submissions of one account that wait on this device, with those that were refused or have gone out. */
export function useQueue(accountId: string): Submission[] {
  const text = useSyncExternalStore(watchQueue, () => JSON.stringify(queued(accountId)));
  return JSON.parse(text) as Submission[];
}
