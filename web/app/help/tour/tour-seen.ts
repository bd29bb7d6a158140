type Store = Pick<Storage, "getItem" | "setItem">;
const key = (accountId: string) => `dutyloop.tour.${accountId}`;

/** Whether no tour was offered to this account on this device yet; a store that can't be read offers none. */
export function isFirstTime(accountId: string, store: Store): boolean {
  try {
    return store.getItem(key(accountId)) === null;
  } catch {
    return false;
  }
}

/** From now on it isn't the first time. A full or forbidden store must not stop anybody. */
export function rememberOffer(accountId: string, store: Store): void {
  try {
    store.setItem(key(accountId), "offered");
  } catch {
    return;
  }
}
