import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { DeliveryChannel, DeliveryState, NoticeKind, Outside } from '../contract.ts';
import type { StoredNotice } from '../notice.store.ts';

const due = {
  name: 'delivery.due-accounts',
  text: `select distinct s.account from notice n join seat s on s.city = n.city and s.id = n.seat
    where n.city = $1 and n.go_at <= $2 limit $3`,
};
/** People for whom something may go out by now. */
export const findDue = async (tx: Tx, city: number, now: Date, most: number): Promise<Uuid[]> =>
  (await tx.run<{ account: Uuid }>(due, [city, now, most])).map(({ account }) => account);

/** A notice that is about to go, and whether its reader has seen it on the page. */
export type Going = { id: Uuid; kind: NoticeKind; read: boolean };
const gather = {
  name: 'delivery.gather',
  text: `with going as (
      select n.city, n.id from notice n join seat s on s.city = n.city and s.id = n.seat
      where n.city = $1 and s.account = $2 and n.go_at is not null for update of n skip locked)
    update notice n set go_at = null from going g where n.city = g.city and n.id = g.id
    returning n.id, n.kind, n.read_at is not null as read`,
};
/** Takes everything that waits for a person, also what might have waited longer: one message is enough. */
export const gatherFor = (tx: Tx, city: number, account: Uuid): Promise<Going[]> =>
  tx.run<Going>(gather, [city, account]);

const insert = {
  name: 'delivery.insert',
  text: `with made as (
      insert into delivery (city, id, account, channel, target, state, matters)
      select $1, $2, $3, $4, $5, 'waiting', count(distinct coalesce(matter, bulletin, duty_swap, id))
      from notice where city = $1 and id = any($6::uuid[]) returning city, id)
    insert into delivery_notice (city, delivery, notice) select city, id, unnest($6::uuid[]) from made`,
};
/** Makes a message, waiting to be sent, that carries these notices; a test carries none. */
export async function insertDelivery(
  tx: Tx,
  city: number,
  d: { id: Uuid; account: Uuid; channel: Outside; target: string; notices: readonly Uuid[] },
): Promise<void> {
  await tx.run(insert, [city, d.id, d.account, d.channel, d.target, d.notices]);
}

const insertTold = {
  name: 'delivery.insert-told',
  text: `insert into delivery (city, id, originator, contact, act, channel, target, state, matters)
    values ($1, $2, $3, $4, $5, $6, '', 'waiting', 1) on conflict (city, act, contact) where act is not null do nothing
    returning id`,
};
/** Makes a message about an act to whoever raised the matter; false where that contact has one about it already. */
export const insertTelling = async (
  tx: Tx,
  city: number,
  d: { id: Uuid; originator: Uuid; contact: Uuid; act: Uuid; channel: DeliveryChannel },
): Promise<boolean> => (await tx.run(insertTold, [city, d.id, d.originator, d.contact, d.act, d.channel])).length > 0;

/** To a person of the house, by their account; or to whoever raised a matter, by a contact of theirs and about one act. */
export type Addressee =
  | { account: Uuid; channel: Outside; originator: null }
  | { account: null; channel: DeliveryChannel; originator: Uuid; contact: Uuid; act: Uuid };
export type StoredDelivery = { id: Uuid; state: DeliveryState; tries: number } & Addressee;
const find = {
  name: 'delivery.find',
  text: 'select id, account, originator, contact, act, channel, state, tries from delivery where city = $1 and id = $2',
};
const lock = { name: 'delivery.lock', text: `${find.text} for update` };

/** A message that was or is to be sent; undefined where there is none. */
export const findDelivery = async (tx: Tx, city: number, id: Uuid): Promise<StoredDelivery | undefined> =>
  (await tx.run<StoredDelivery>(find, [city, id]))[0];
/** As {@link findDelivery}, its row locked: of two workers one waits, and then finds it sent. */
export const lockDelivery = async (tx: Tx, city: number, id: Uuid): Promise<StoredDelivery | undefined> =>
  (await tx.run<StoredDelivery>(lock, [city, id]))[0];

const noticesOf = {
  name: 'delivery.notices',
  text: `select n.id, n.seat, n.kind, n.why, n.act, n.matter, n.bulletin, n.duty_swap as swap, n.unit, n.due, n.at, n.read_at is not null as read
    from delivery_notice d join notice n on n.city = d.city and n.id = d.notice where d.city = $1 and d.delivery = $2`,
};
/** The notices that a message tells of. */
export const findNoticesOf = (tx: Tx, city: number, delivery: Uuid): Promise<StoredNotice[]> =>
  tx.run<StoredNotice>(noticesOf, [city, delivery]);

const note = {
  name: 'delivery.note',
  text: 'update delivery set state = $3, tries = $4, said = $5, tried_at = $6 where city = $1 and id = $2',
};
/** Notes what came of a try. */
export async function noteTry(
  tx: Tx,
  city: number,
  id: Uuid,
  what: { state: DeliveryState; tries: number; said: string; at: Date },
): Promise<void> {
  await tx.run(note, [city, id, what.state, what.tries, what.said, what.at]);
}

const log = {
  name: 'delivery.log',
  text: `select d.id, a.name as who, d.channel, d.target, d.state, d.tries, d.said, d.tried_at as "triedAt", d.originator, d.contact,
      d.matters
    from delivery d left join account a on a.city = d.city and a.id = d.account
    where d.city = $1 and ($2::uuid is null or d.id < $2) order by d.id desc limit $3`,
};
const logOfState = {
  name: 'delivery.log-of-state',
  text: log.text.replace('where d.city = $1', 'where d.city = $1 and d.state = $4'),
};
export type LoggedDelivery = {
  id: Uuid;
  who: string | null;
  originator: Uuid | null;
  contact: Uuid | null;
  channel: DeliveryChannel;
  target: string;
  state: DeliveryState;
  tries: number;
  said: string;
  triedAt: Date | null;
  /** So many as the message has lines: of one matter several things may be told. */
  matters: number;
};
/** The delivery log, the newest first, older than `after`. */
export const listDeliveries = (
  tx: Tx,
  city: number,
  { after, state, limit }: { after: Uuid | null; state: DeliveryState | null; limit: number },
): Promise<LoggedDelivery[]> => tx.run(state ? logOfState : log, [city, after, limit, ...(state ? [state] : [])]);
