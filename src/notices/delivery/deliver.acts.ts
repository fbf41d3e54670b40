import { findCaller } from '../../directory/index.ts';
import type { Uuid } from '../../kernel/index.ts';
import { calendarOf } from '../../matters/index.ts';
import { DeliveryFault, type Message } from '../../platform/channels/index.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import type { NoticeRow } from '../contract.ts';
import { findDelivery, findNoticesOf, lockDelivery, noteTry, type StoredDelivery } from './delivery.store.ts';
import { digest } from './digest.ts';
import { holds } from '../telling/holds.rules.ts';
import { inHours, nextOpening } from '../telling/hours.rules.ts';
import { wordNotices } from '../notice.view.ts';
import type { Outward } from './outward.ts';
import { send } from './send.ts';
import { DEFAULT_WAYS } from '../settings/ways.rules.ts';
import { findWays } from '../settings/ways.store.ts';

/** After so many tries, the last some nine hours after the first, it is left to an administrator to send it again. */
const MOST_TRIES = 10;

/** What came of one try: it is over, or to be tried again: by the queue, with its growing pauses, or at a moment named. */
export type Outcome =
  | { readonly done: true }
  | { readonly done: false; readonly said: string; readonly at: Date | null };

const OVER: Outcome = { done: true };

/**
 * Tries to send one message. Its words are written anew from what is still so, under the recipient's own rights. The row is
 * locked while it is sent, so that two workers never send it both; one that dies between the other side's yes and our
 * commit leaves it to be sent again under the same number, by which a receiver knows it.
 */
export async function deliver(pool: Pool, city: number, id: Uuid, outward: Outward, now: Date): Promise<Outcome> {
  const system = { city, system: true } as const;
  const found = await transact(pool, system, async (tx) => {
    const calendar = await calendarOf(tx, city, now);
    const opening = inHours(calendar, outward.hours, now) ? null : nextOpening(calendar, outward.hours, now);
    return { delivery: await findDelivery(tx, city, id), opening };
  });
  if (found.delivery?.state !== 'waiting') return OVER;
  if (found.opening) return { done: false, said: '', at: found.opening };
  const message = await compose(pool, city, found.delivery, outward, now);
  return transact(pool, system, async (tx) => {
    const delivery = await lockDelivery(tx, city, id);
    return delivery?.state === 'waiting' ? attempt(tx, city, delivery, message, outward, now) : OVER;
  });
}

async function attempt(
  tx: Tx,
  city: number,
  { id, account, channel, tries: before }: StoredDelivery,
  message: Message | null,
  outward: Outward,
  now: Date,
): Promise<Outcome> {
  const tries = before + 1;
  if (!message) {
    await noteTry(tx, city, id, { state: 'dropped', tries: before, said: '', at: now });
    return OVER;
  }
  try {
    await send(tx, { city, account, channel }, message, outward, now);
    await noteTry(tx, city, id, { state: 'sent', tries, said: '', at: now });
    return OVER;
  } catch (error) {
    if (!(error instanceof DeliveryFault)) throw error;
    const over = error.lasting || tries >= MOST_TRIES;
    await noteTry(tx, city, id, { state: over ? 'failed' : 'waiting', tries, said: error.said, at: now });
    return over ? OVER : { done: false, said: error.said, at: null };
  }
}

/** The message as it is true now, or null when nothing in it is so any more. */
async function compose(
  pool: Pool,
  city: number,
  { id, account }: StoredDelivery,
  outward: Outward,
  now: Date,
): Promise<Message | null> {
  const { notices, ways } = await transact(pool, { city, system: true }, async (tx) => ({
    notices: await findNoticesOf(tx, city, id),
    ways: (await findWays(tx, city, [account])).get(account) ?? DEFAULT_WAYS,
  }));
  const rows: NoticeRow[] = [];
  for (const seat of new Set(notices.map((n) => n.seat))) {
    const caller = await findCaller(pool, city, account, seat, now);
    if (!caller) continue;
    const own = notices.filter((n) => n.seat === seat);
    const worded = await transact(pool, caller, (tx) => wordNotices(tx, city, own));
    rows.push(...worded.filter(({ row, state }) => !state || holds(row, state)).map(({ row }) => row));
  }
  return rows.length ? digest(id, rows, { language: ways.language, page: outward.page, now }) : null;
}
