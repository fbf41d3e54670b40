import { findRaisedSealed, findReaches, masked } from '../../directory/index.ts';
import { refuse, uuidv7, type Uuid } from '../../kernel/index.ts';
import { act, findRaised, getMechanism, sealedPieces, type MatterState } from '../../matters/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import { viewLooks } from '../access/log.ts';
import type { Looks, WishRow } from '../contract.ts';
import { viewKept } from './kept.ts';
import { declineWish, findLastWish, findWaiting, insertWish } from './wish.store.ts';

/** So many of the newest that somebody raised are asked whether they are sealed; nobody raises more of these. */
const RAISED = 200;

type Raised = { readonly id: Uuid; readonly state: MatterState };

/** What is kept of an originator, as they are told: masked contacts, who looked, and whether they asked to be erased. */
export async function viewOwn(pool: Pool, caller: Caller, matter: Uuid | null): Promise<Looks> {
  const { city, seat } = caller;
  const reaches = await transact(pool, { city, system: true }, (tx) => findReaches(tx, city, [seat]));
  return transact(pool, caller, async (tx) => {
    const raised = await findRaised(tx, city, null, RAISED);
    const sealed = raised.filter(({ state }) => state.sealed);
    return {
      rows: await viewLooks(tx, caller, matter),
      contacts: reaches.map(({ plain }) => masked(plain)),
      wish: sealed.length ? await wishAmongNamed(tx, caller, sealed) : await wishToAdministrators(tx, caller),
      sealed: sealed.length ? { ...(await nameOf(tx, city, sealed[0]!)), only: sealed.length === raised.length } : null,
    };
  });
}

const nameOf = async (tx: Tx, city: number, { state }: Raised): Promise<{ zh: string; en: string }> =>
  (await getMechanism(tx, city, state.mechanism, state.version)).name;

async function wishToAdministrators(tx: Tx, { city, seat }: Caller): Promise<Looks['wish']> {
  const wish = await findLastWish(tx, city, seat);
  return wish ? { at: wish.at.toISOString(), due: null, declined: wish.how === 'declined' ? wish.reason : null } : null;
}

/** As the acts of what is sealed say: declined as soon as of one of them it was, and not asked again there since. */
async function wishAmongNamed(tx: Tx, caller: Caller, sealed: readonly Raised[]): Promise<Looks['wish']> {
  const asked = sealed.flatMap(({ id, state }) => (state.erasing ? [{ id, ...state.erasing }] : []));
  if (!asked.length) return null;
  const declined = asked.find(({ agreed }) => agreed === false);
  const { at, due = null } = declined ?? asked[0]!;
  if (!declined) return { at, due, declined: null };
  const pieces = (await sealedPieces(tx, caller, declined.id)) ?? [];
  const why = pieces.find(({ mark }) => mark === declined.reason)?.text;
  return { at, due, declined: why ?? declined.reason };
}

/**
 * An originator asks to have what is personal erased. Who raised what is sealed asks whoever is named for it, by an act of each such matter;
 * any other an administrator. Asked twice is asked once.
 */
export async function wishErasure(pool: Pool, caller: Caller, id: Uuid, now: Date): Promise<void> {
  const { city, seat } = caller;
  const raised = await transact(pool, caller, (tx) => findRaised(tx, city, null, RAISED));
  const sealed = raised.filter(({ state }) => state.sealed);
  if (!sealed.length) return transact(pool, caller, (tx) => insertWish(tx, city, { id, originator: seat, at: now }));
  const open = sealed.filter(({ state }) => state.erasing === undefined || state.erasing.agreed === false);
  for (const [n, matter] of open.entries())
    await act(pool, caller, matter.id, { id: n === 0 ? id : uuidv7(now), kind: 'wish', given: {} }, now);
}

/** Who asked and waits, the longest first, but for those whom others decide on. For the system, asked for by an administrator. */
export async function viewWishes(tx: Tx, city: number): Promise<WishRow[]> {
  const waiting: Awaited<ReturnType<typeof findWaiting>> = [];
  for (const wish of await findWaiting(tx, city))
    if ((await findRaisedSealed(tx, wish.originator)) === 'none') waiting.push(wish);
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
