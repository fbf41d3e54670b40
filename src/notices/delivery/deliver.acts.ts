import { findCaller, findUnits } from '../../directory/index.ts';
import type { Uuid } from '../../kernel/index.ts';
import { calendarOf } from '../../matters/index.ts';
import { DeliveryFault, type Message } from '../../platform/channels/index.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import type { NoticeRow } from '../contract.ts';
import { findDelivery, findNoticesOf, lockDelivery, noteTry, type StoredDelivery } from './delivery.store.ts';
import { digest } from './digest.ts';
import { inHours, nextOpening } from '../telling/hours.rules.ts';
import { stillSo, wordNotices } from '../notice.view.ts';
import { letter } from './letter.ts';
import type { Outward } from './outward.ts';
import { send } from './send.ts';
import { testMessage } from './test-message.ts';
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
    const delivery = await findDelivery(tx, city, id);
    const hours = delivery?.originator ? outward.originators.hours : outward.hours;
    const opening = !hours || inHours(calendar, hours, now) ? null : nextOpening(calendar, hours, now);
    return { delivery, opening };
  });
  if (found.delivery?.state !== 'waiting') return OVER;
  if (found.opening) return { done: false, said: '', at: found.opening };
  const { account } = found.delivery;
  const message = account === null ? null : await compose(pool, city, { id, account }, outward, now);
  return transact(pool, system, async (tx) => {
    const delivery = await lockDelivery(tx, city, id);
    if (delivery?.state !== 'waiting') return OVER;
    if (delivery.account === null)
      return attempt(tx, city, delivery, await letter(tx, city, delivery, outward, now), now);
    const to = { city, account: delivery.account, channel: delivery.channel };
    return attempt(tx, city, delivery, message && (() => send(tx, to, message, outward, now)), now);
  });
}

async function attempt(
  tx: Tx,
  city: number,
  { id, tries: before }: StoredDelivery,
  sending: (() => Promise<void>) | null,
  now: Date,
): Promise<Outcome> {
  const tries = before + 1;
  if (!sending) {
    await noteTry(tx, city, id, { state: 'dropped', tries: before, said: '', at: now });
    return OVER;
  }
  try {
    await sending();
    await noteTry(tx, city, id, { state: 'sent', tries, said: '', at: now });
    return OVER;
  } catch (error) {
    if (!(error instanceof DeliveryFault)) throw error;
    const over = error.lasting || tries >= MOST_TRIES;
    await noteTry(tx, city, id, { state: over ? 'failed' : 'waiting', tries, said: error.said, at: now });
    return over ? OVER : { done: false, said: error.said, at: null };
  }
}

/** The message as it is true now, or null when nothing in it is so any more. A test, which holds no notice, is a test again. */
async function compose(
  pool: Pool,
  city: number,
  { id, account }: { id: Uuid; account: Uuid },
  outward: Outward,
  now: Date,
): Promise<Message | null> {
  const { notices, ways, units } = await transact(pool, { city, system: true }, async (tx) => ({
    notices: await findNoticesOf(tx, city, id),
    ways: (await findWays(tx, city, [account])).get(account) ?? DEFAULT_WAYS,
    units: await findUnits(tx, city),
  }));
  if (notices.length === 0) return testMessage(id, { language: ways.language, page: outward.page });
  const rows: NoticeRow[] = [];
  for (const seat of new Set(notices.map((n) => n.seat))) {
    const caller = await findCaller(pool, city, account, seat, now);
    if (!caller) continue;
    const own = notices.filter((n) => n.seat === seat);
    const worded = await transact(pool, caller, (tx) => wordNotices(tx, city, own));
    rows.push(...worded.filter((one) => stillSo(one, now)).map(({ row }) => row));
  }
  const unitName = (unit: Uuid): string | null => units.get(unit)?.shortName ?? units.get(unit)?.name ?? null;
  return rows.length ? digest(id, rows, { language: ways.language, page: outward.page, now, unitName }) : null;
}
