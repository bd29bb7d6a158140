import { useState } from "react";

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;
const prefix = "dutyloop.typed.";

export function readKept(key: string, store: Store): string | null {
  try {
    return store.getItem(prefix + key);
  } catch {
    return null;
  }
}

/** Keeps what differs from `initial`. A full or forbidden store must not stop anybody from typing. */
export function writeKept(key: string, text: string, initial: string, store: Store): void {
  try {
    if (text === initial) store.removeItem(prefix + key);
    else store.setItem(prefix + key, text);
  } catch {
    return;
  }
}

/** When the account of this tab changes: nothing it typed stays. */
export function forgetKept(store: Storage = sessionStorage): void {
  for (const name of Object.keys(store)) if (name.startsWith(prefix)) store.removeItem(name);
}

/**
 * Words typed into a form, kept in this tab until they are sent: a reload or a wrong tap loses nothing. `key` says which
 * form of what; the third value forgets them.
 */
export function useKeptText(key: string, initial = ""): [string, (text: string) => void, () => void] {
  const [text, setText] = useState(() => readKept(key, sessionStorage) ?? initial);
  const type = (typed: string) => {
    setText(typed);
    writeKept(key, typed, initial, sessionStorage);
  };
  return [text, type, () => writeKept(key, initial, initial, sessionStorage)];
}
