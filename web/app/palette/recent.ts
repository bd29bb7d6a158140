import type { Entry } from "./entries.ts";

export type Recent = Pick<Entry, "group" | "key" | "title" | "note" | "href">;
type Store = Pick<Storage, "getItem" | "setItem">;

const most = 6;
const keyOf = (accountId: string) => `dutyloop.recent.${accountId}`;

/** What the account opened lately in this browser; signing out removes it. */
export function readRecent(accountId: string, store: Store = localStorage): Recent[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(keyOf(accountId)) ?? "[]");
    return Array.isArray(kept) ? (kept as Recent[]) : [];
  } catch {
    return [];
  }
}

/** Notes what was opened; never people, whose names aren't to stay on a device. */
export function noteRecent(accountId: string, opened: Recent, store: Store = localStorage): void {
  if (opened.group === "person") return;
  const { group, key, title, note, href } = opened;
  const others = readRecent(accountId, store).filter((other) => other.key !== key);
  try {
    store.setItem(keyOf(accountId), JSON.stringify([{ group, key, title, note, href }, ...others].slice(0, most)));
  } catch {
    return;
  }
}
