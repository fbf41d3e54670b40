import type { ProblemDetails } from '../api.ts';
import { makeListeners } from '../frame/listeners.ts';
import { storeOf, type Owner } from './database.ts';

/** What was done without a line: acts that wait, with their photographs, on this machine and nowhere else until they were sent. */
export type Waiting = {
  /** The act's own id (UUIDv7): sent again, it is the same act. */
  id: string;
  seat: string;
  /** Whose it is; what older pages kept has none, and is its seat's. */
  account?: string;
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
  /** Why the server would not have it yet: it waits, and is sent again until it is taken. */
  held?: ProblemDetails | null;
};

const NAME = 'huiyin-outbox';
const acts = storeOf<Waiting>(NAME, 'acts', 'id');

const watchers = makeListeners();
const elsewhere = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME);
if (elsewhere) elsewhere.onmessage = watchers.tell;
function changed(): void {
  watchers.tell();
  elsewhere?.postMessage(null);
}

/** Keeps an act, or what has become of it. Throws where the browser has no room or forbids it. */
export async function keep(act: Waiting): Promise<void> {
  await acts.put(act);
  changed();
}

export async function drop(id: string): Promise<void> {
  await acts.remove(id);
  changed();
}

/** What somebody has waiting, in the order in which it was done. Nobody else sees it, nor sends it. */
export async function waitingFor({ seat, account }: Owner): Promise<Waiting[]> {
  const own = (await acts.all()).filter((one) => one.seat === seat && (one.account ?? account) === account);
  return own.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Calls `told` whenever something was kept or sent, here or in another tab. */
export const watchOutbox = watchers.subscribe;
