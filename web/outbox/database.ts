/** A store of this machine: things by a key, each written to the disk before whoever wrote it is told so. */
export type Kept<T> = {
  readonly put: (one: T) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  readonly get: (key: string) => Promise<T | undefined>;
  readonly all: () => Promise<T[]>;
};

/** Opens a store of that name when it is first asked. Throws, at the asking, where the browser has no room or forbids it. */
export function storeOf<T>(name: string, store: string, keyPath: string): Kept<T> {
  let opened: Promise<IDBDatabase> | null = null;
  const database = (): Promise<IDBDatabase> => {
    opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no store'));
    });
    opened.catch(() => (opened = null));
    return opened;
  };
  const ask = async <R>(mode: IDBTransactionMode, what: (store: IDBObjectStore) => IDBRequest<R>): Promise<R> => {
    const db = await database();
    return new Promise((resolve, reject) => {
      const transaction = db.transaction(store, mode, { durability: 'strict' });
      const request = what(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
    });
  };
  return {
    put: async (one) => void (await ask('readwrite', (to) => to.put(one))),
    remove: (key) => ask('readwrite', (to) => to.delete(key)),
    get: (key) => ask('readonly', (from) => from.get(key) as IDBRequest<T | undefined>),
    all: () => ask('readonly', (from) => from.getAll() as IDBRequest<T[]>),
  };
}

/** Whose something is that lies on this machine: another account that has the same seat later is somebody else. */
export type Owner = { readonly seat: string; readonly account: string };
