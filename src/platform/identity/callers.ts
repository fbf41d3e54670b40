import type { Uuid } from '../../kernel/index.ts';
import { listen, type Listening, type Pool } from '../postgres/index.ts';
import type { Caller, SeatChoice } from './contract.ts';
import { useSession } from './sessions.acts.ts';

/** What identity asks of the directory, which stands above it and is handed in where the program is put together. */
export type Seating = {
  /** The caller of an account on a seat, or on its first seat for null; null when the account has no such seat. */
  findCaller(pool: Pool, city: number, account: Uuid, seat: Uuid | null, now: Date): Promise<Caller | null | undefined>;
  /** The seats that the account may take. */
  findSeats(pool: Pool, city: number, account: Uuid, now: Date): Promise<readonly SeatChoice[]>;
};

/** Who is behind a token, and whether their password must be changed before anything else. */
export type Known = { readonly caller: Caller; readonly mustChange: boolean };

/** Resolves tokens to callers and remembers each for a short while. */
export type Callers = {
  find(token: string, now: Date): Promise<Known | null>;
  /** After signing out or changing seats in this process: without waiting to be told of it as the others are. */
  forget(token: string): void;
};

/** The callers that this process remembers, until it ends. */
export type RememberedCallers = Callers & { close(): Promise<void> };

/** So long is a caller remembered, unless a change is told of (see migrations/0090_who_sits_there.sql). */
const REMEMBERED_MS = 30_000;
const MOST = 20_000;
const CHANNEL = 'huiyin_callers';

type Entry = { readonly caller: Promise<Known | null>; readonly until: number; account?: Uuid };

/**
 * Remembers callers only while this process is told of changes: a seat handed over, an account disabled, a session ended
 * elsewhere is forgotten as it is committed. `onChange` hears that some callers may not be what they were.
 */
export function rememberingCallers(
  pool: Pool,
  seating: Pick<Seating, 'findCaller'>,
  onChange: () => void,
): RememberedCallers {
  const known = new Map<string, Entry>();
  let listening: Listening | undefined;
  let told = false;

  /** Begins with the first token: a process that answers nobody needs no connection for it. */
  const begin = () =>
    listen(pool, CHANNEL, {
      notice: (payload) => {
        const [city, account] = Array.isArray(payload) ? (payload as unknown[]) : [];
        forgetAll(city, account);
        onChange();
      },
      stands: () => {
        known.clear();
        told = true;
      },
      lost: () => {
        known.clear();
        told = false;
      },
    });

  /** Who is still being looked up is forgotten too: what was read may be from before the change. */
  function forgetAll(city: unknown, account: unknown): void {
    for (const [token, entry] of known) {
      const may = account === null || entry.account === undefined || entry.account === account;
      if (may && token.startsWith(`${String(city)}.`)) known.delete(token);
    }
  }

  async function find(token: string, now: Date): Promise<Known | null> {
    listening ??= begin();
    const entry = known.get(token);
    if (entry && entry.until > now.getTime()) return entry.caller;
    const caller = lookUp(token, now);
    if (!told) return caller;
    if (known.size >= MOST) known.clear();
    const fresh: Entry = { caller, until: now.getTime() + REMEMBERED_MS };
    known.set(token, fresh);
    try {
      const found = await caller;
      // Nobody is not remembered, or anybody could fill the memory with invented tokens; and who has just changed their
      // password should not wait to be let in.
      if (!found || found.mustChange) drop(token, fresh);
      else fresh.account = found.caller.account;
      return found;
    } catch (error) {
      drop(token, fresh);
      throw error;
    }
  }

  function drop(token: string, entry: Entry): void {
    if (known.get(token) === entry) known.delete(token);
  }

  async function lookUp(token: string, now: Date): Promise<Known | null> {
    const session = await useSession(pool, token, now);
    if (!session) return null;
    const caller = await seating.findCaller(pool, session.city, session.account, session.seat, now);
    return caller ? { caller, mustChange: session.mustChange } : null;
  }

  return {
    find,
    forget: (token) => void known.delete(token),
    close: async () => listening?.close(),
  };
}
