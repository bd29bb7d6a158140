import { useSyncExternalStore } from "react";
import { deviceStore } from "../device-store.ts";
import { idOf, type Submission } from "./queue.ts";

const submissions = deviceStore<Submission>("dutyloop.queue.", (value) => {
  const submission = value as Submission | null;
  return typeof submission === "object" && submission && typeof idOf(submission) === "string" ? submission : null;
});
const changed = "dutyloop.queue";

function tell(): void {
  if (typeof dispatchEvent === "function") dispatchEvent(new Event(changed));
}

/** @returns whether this device could keep it */
export function queue(accountId: string, submission: Submission, store?: Storage): boolean {
  const kept = submissions.keep(accountId, idOf(submission), submission, store);
  if (kept) tell();
  return kept;
}

export function queued(accountId: string, store?: Storage): Submission[] {
  return submissions.all(accountId, store).sort((a, b) => a.madeAt - b.madeAt);
}

export function unqueue(accountId: string, id: string, store?: Storage): void {
  submissions.drop(accountId, (submission) => idOf(submission) === id, store);
  tell();
}

export function unqueueAll(accountId: string, store?: Storage): void {
  submissions.dropAll(accountId, store);
  tell();
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
