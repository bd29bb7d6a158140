/** A photograph or paper that waits on this device until it can be sent. */
export type WaitingPhoto = {
  readonly name: string;
  readonly photo: Blob;
  readonly thumbnail: string;
  /** Of a paper: which one it is, and what its file is called; missing in what was kept by an earlier version. */
  readonly paper?: string | null;
  readonly fileName?: string;
};

const database = "dutyloop-photos";
const photos = "photos";
const folderOf = (accountId: string, draftId = "") => `${accountId}/${draftId}`;
const nameOf = (accountId: string, draftId: string, photo: string) => `${folderOf(accountId, draftId)}/${photo}`;
const within = (folder: string) => IDBKeyRange.bound(folder, `${folder}\uffff`);

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(photos);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function act<T>(mode: IDBTransactionMode, what: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opened = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = opened.transaction(photos, mode);
      const request = what(transaction.objectStore(photos));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    opened.close();
  }
}

/** Keeps a photograph. A browser that can't must not stop anybody: a photograph is never needed. */
export async function keepPhoto(accountId: string, draftId: string, kept: WaitingPhoto): Promise<void> {
  await act("readwrite", (store) => store.put(kept, nameOf(accountId, draftId, kept.name))).catch(() => undefined);
}

export async function keptPhotos(accountId: string, draftId: string): Promise<WaitingPhoto[]> {
  const found = act("readonly", (store) => store.getAll(within(`${folderOf(accountId, draftId)}/`)));
  return (await found.catch(() => [])) as WaitingPhoto[];
}

export async function dropPhoto(accountId: string, draftId: string, name: string): Promise<void> {
  await act("readwrite", (store) => store.delete(nameOf(accountId, draftId, name))).catch(() => undefined);
}

/** Those of one draft, or of all drafts of an account. */
export async function dropPhotos(accountId: string, draftId?: string): Promise<void> {
  const folder = draftId === undefined ? folderOf(accountId) : `${folderOf(accountId, draftId)}/`;
  await act("readwrite", (store) => store.delete(within(folder))).catch(() => undefined);
}

export async function countPhotos(accountId: string): Promise<number> {
  return act("readonly", (store) => store.count(within(folderOf(accountId)))).catch(() => 0);
}
