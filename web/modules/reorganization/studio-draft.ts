import type { PlanAct } from "./plan-tree.ts";

/** What was planned so far for one organisation. */
export type StudioDraft = { name: string; decision: string; effectiveOn: string; acts: PlanAct[] };

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Under the same prefix as drafts of records, so that it leaves the device when its account signs out. */
export function studioDraftName(accountId: string, organizationId: string): string {
  return `dutyloop.draft.${accountId}.reorganization.${organizationId}`;
}

export function readStudioDraft(name: string, store: Store = localStorage): StudioDraft | null {
  try {
    const draft = JSON.parse(store.getItem(name) ?? "null") as StudioDraft | null;
    return draft && Array.isArray(draft.acts) && typeof draft.effectiveOn === "string" ? draft : null;
  } catch {
    return null;
  }
}

export function saveStudioDraft(name: string, draft: StudioDraft, store: Store = localStorage): boolean {
  try {
    store.setItem(name, JSON.stringify(draft));
    return true;
  } catch {
    // A full or forbidden store must not stop anybody from planning.
    return false;
  }
}

export function forgetStudioDraft(name: string, store: Store = localStorage): void {
  store.removeItem(name);
}
