import { findReaches, masked } from '../../directory/index.ts';
import { refuse, type Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import { viewLooks } from '../access/log.ts';
import type { Looks, WishRow } from '../contract.ts';
import { viewKept } from './kept.ts';
import { declineWish, findLastWish, findWaiting, insertWish } from './wish.store.ts';

/** What is kept of an originator, as they are told: masked contacts, who looked, and whether they asked to be erased. */
export async function viewOwn(pool: Pool, caller: Caller, matter: Uuid | null): Promise<Looks> {
  const { city, seat } = caller;
  const reaches = await transact(pool, { city, system: true }, (tx) => findReaches(tx, city, [seat]));
  return transact(pool, caller, async (tx) => {
    const wish = await findLastWish(tx, city, seat);
    return {
      rows: await viewLooks(tx, caller, matter),
      contacts: reaches.map(({ plain }) => masked(plain)),
      wish: wish ? { at: wish.at.toISOString(), declined: wish.how === 'declined' ? wish.reason : null } : null,
    };
  });
}

/** An originator asks to have what is personal erased; an administrator sees to it. Asked twice is asked once. */
export async function wishErasure(pool: Pool, caller: Caller, id: Uuid, now: Date): Promise<void> {
  const { city, seat } = caller;
  await transact(pool, caller, (tx) => insertWish(tx, city, { id, originator: seat, at: now }));
}

/** Who asked and waits, the longest first. For the system, asked for by an administrator. */
export async function viewWishes(tx: Tx, city: number): Promise<WishRow[]> {
  const waiting = await findWaiting(tx, city);
  const kept = await viewKept(
    tx,
    city,
    waiting.map(({ originator }) => originator),
  );
  return kept.flatMap((row) =>
    waiting
      .filter(({ originator }) => originator === row.originator)
      .map(({ id, at }) => ({ ...row, wish: id, at: at.toISOString() })),
  );
}

/** Says to somebody why they are not erased. Throws `privacy.wish-settled` (409). */
export async function decline(tx: Tx, caller: Caller, wish: Uuid, reason: string, now: Date): Promise<void> {
  const done = await declineWish(tx, caller.city, { id: wish, at: now, reason, seat: caller.seat });
  if (!done) refuse('privacy.wish-settled', {}, { status: 409 });
}
