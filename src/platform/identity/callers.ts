import type { Uuid } from '../../kernel/index.ts';
import type { Pool } from '../postgres/index.ts';
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
  /** After signing out or changing seats in this process; other processes notice within {@link REMEMBERED_MS}. */
  forget(token: string): void;
};

/** So long may a caller be out of date after a change made elsewhere; so often does a session cost two look-ups. */
const REMEMBERED_MS = 30_000;
const MOST = 20_000;

export function rememberingCallers(pool: Pool, seating: Pick<Seating, 'findCaller'>): Callers {
  const known = new Map<string, { caller: Promise<Known | null>; until: number }>();

  async function find(token: string, now: Date): Promise<Known | null> {
    const entry = known.get(token);
    if (entry && entry.until > now.getTime()) return entry.caller;
    const caller = lookUp(token, now);
    if (known.size >= MOST) known.clear();
    known.set(token, { caller, until: now.getTime() + REMEMBERED_MS });
    try {
      const found = await caller;
      // Nobody is not remembered, or anybody could fill the memory with invented tokens; and who has just changed their
      // password should not wait to be let in.
      if (!found || found.mustChange) known.delete(token);
      return found;
    } catch (error) {
      known.delete(token);
      throw error;
    }
  }

  async function lookUp(token: string, now: Date): Promise<Known | null> {
    const session = await useSession(pool, token, now);
    if (!session) return null;
    const caller = await seating.findCaller(pool, session.city, session.account, session.seat, now);
    return caller ? { caller, mustChange: session.mustChange } : null;
  }

  return { find, forget: (token) => void known.delete(token) };
}
