import type { ProblemDetails } from '../api.ts';

/** What was done without a line: acts that wait, with their photographs, on this machine and nowhere else until they were sent. */
export type Waiting = {
  /** The act's own id (UUIDv7): sent again, it is the same act. */
  id: string;
  seat: string;
  matter: string;
  number: string;
  title: string;
  kind: 'measure' | 'inspect';
  given: Record<string, unknown>;
  /** When it was done. */
  at: string;
  /** Those that the server has taken have an id; the bytes of the others are here. */
  photos: { key: string; name: string; bytes: Blob; file: string | null }[];
  /** Why the server would not have it: a case for whoever did it. Null while it waits. */
  refused: ProblemDetails | null;
};

const NAME = 'huiyin-outbox';
const STORE = 'acts';
let opened: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no store'));
  });
  opened.catch(() => (opened = null));
  return opened;
}

/** Asks the store, and waits until what was written is on the disk: whoever is told that it is kept may close the tab. */
async function ask<T>(mode: IDBTransactionMode, what: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await database();
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(STORE, mode, { durability: 'strict' });
    const request = what(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
  });
}

const watchers = new Set<() => void>();
const elsewhere = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME);
if (elsewhere) elsewhere.onmessage = () => watchers.forEach((told) => told());
function changed(): void {
  watchers.forEach((told) => told());
  elsewhere?.postMessage(null);
}

/** Keeps an act, or what has become of it. Throws where the browser has no room or forbids it. */
export async function keep(act: Waiting): Promise<void> {
  await ask('readwrite', (store) => store.put(act));
  changed();
}

export async function drop(id: string): Promise<void> {
  await ask('readwrite', (store) => store.delete(id));
  changed();
}

/** What waits for a seat, in the order in which it was done. */
export async function waitingFor(seat: string): Promise<Waiting[]> {
  const all = await ask<Waiting[]>('readonly', (store) => store.getAll() as IDBRequest<Waiting[]>);
  return all.filter((one) => one.seat === seat).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Calls `told` whenever something was kept or sent, here or in another tab. */
export function watchOutbox(told: () => void): () => void {
  watchers.add(told);
  return () => void watchers.delete(told);
}
