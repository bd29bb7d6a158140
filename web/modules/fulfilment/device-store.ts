type Named<T> = { readonly name: string; readonly value: T };

/**
 * What an account keeps on this device, each under a number of its own, apart from what other accounts keep. `read` makes of
 * what was kept what it was, or null where this version doesn't understand it.
 */
export function deviceStore<T>(prefix: string, read: (value: unknown) => T | null) {
  const folder = (accountId: string) => `${prefix}${accountId}.`;
  const parsed = (text: string | null): T | null => {
    try {
      return read(JSON.parse(text ?? "null"));
    } catch {
      return null;
    }
  };
  const names = (accountId: string, store: Storage) =>
    Object.keys(store).filter((name) => name.startsWith(folder(accountId)));
  const named = (accountId: string, store: Storage): Named<T>[] =>
    names(accountId, store).flatMap((name) => {
      const value = parsed(store.getItem(name));
      return value === null ? [] : [{ name, value }];
    });
  return {
    /** @returns whether it could be kept: a full or forbidden store must not stop anybody from typing */
    keep(accountId: string, id: string, value: object, store: Pick<Storage, "setItem"> = localStorage): boolean {
      try {
        store.setItem(folder(accountId) + id, JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
    kept: (accountId: string, id: string, store: Pick<Storage, "getItem"> = localStorage): T | null =>
      parsed(store.getItem(folder(accountId) + id)),
    all: (accountId: string, store: Storage = localStorage): T[] => named(accountId, store).map(({ value }) => value),
    /** Of an account, what is asked for. */
    drop(accountId: string, asked: (value: T) => boolean, store: Storage = localStorage): void {
      for (const { name, value } of named(accountId, store)) if (asked(value)) store.removeItem(name);
    },
    /** At sign-out: nothing of it stays on the device, whether it can still be read or not. */
    dropAll(accountId: string, store: Storage = localStorage): void {
      for (const name of names(accountId, store)) store.removeItem(name);
    },
  };
}
