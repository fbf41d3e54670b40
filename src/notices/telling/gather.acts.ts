import { uuidv7, type Uuid } from '../../kernel/index.ts';
import { calendarOf } from '../../matters/index.ts';
import { enqueue, type Job } from '../../platform/jobs/index.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import { OUTSIDE, type Outside } from '../contract.ts';
import { findHook, findMail } from '../settings/contact.store.ts';
import { findDue, gatherFor, insertDelivery } from '../delivery/delivery.store.ts';
import { inHours, type Hours } from './hours.rules.ts';
import { outsideFor } from '../settings/ways.rules.ts';
import { findWays } from '../settings/ways.store.ts';

const PEOPLE_AT_ONCE = 200;

/** The payload of a delivery's job. */
export type ToDeliver = { readonly delivery: Uuid };

/**
 * Makes one message for everybody for whom something may go out by now, of all that waits for them; in working hours only.
 * The message and the job that sends it are made in the transaction that takes the notices: each goes into one message.
 */
export async function gather(
  pool: Pool,
  city: number,
  hours: Hours,
  deliver: Job<ToDeliver>,
  now: Date,
): Promise<void> {
  const system = { city, system: true } as const;
  const due = await transact(pool, system, async (tx) =>
    inHours(await calendarOf(tx, city, now), hours, now) ? findDue(tx, city, now, PEOPLE_AT_ONCE) : [],
  );
  for (const account of due) await transact(pool, system, (tx) => gatherOne(tx, city, account, deliver, now));
}

async function gatherOne(tx: Tx, city: number, account: Uuid, deliver: Job<ToDeliver>, now: Date): Promise<void> {
  const ways = (await findWays(tx, city, [account])).get(account);
  // What was read on the page meanwhile has been told.
  const going = (await gatherFor(tx, city, account)).filter((n) => !n.read);
  for (const channel of OUTSIDE) {
    const notices = going.filter((n) => ways && outsideFor(ways, n.kind).includes(channel)).map((n) => n.id);
    if (notices.length === 0) continue;
    const id = uuidv7(now);
    await insertDelivery(tx, city, {
      id,
      account,
      channel,
      target: await targetOf(tx, city, account, channel),
      notices,
    });
    await enqueue(tx, deliver, { delivery: id }, { key: `deliver:${id}` });
  }
}

/** Where a message goes, as the log may say it: whose robot's address is known can be spoken through. */
export async function targetOf(tx: Tx, city: number, account: Uuid, channel: Outside): Promise<string> {
  if (channel === 'webhook') return new URL((await findHook(tx, city, account))?.url ?? 'about:blank').host;
  return masked((await findMail(tx, city, account))?.address ?? '');
}

/** `l•••@city.example` */
const masked = (address: string): string => address.replace(/^(.).*(?=@)/, '$1•••');
