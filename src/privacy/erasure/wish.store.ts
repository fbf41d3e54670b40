import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

export type StoredWish = { id: Uuid; originator: Uuid; at: Date; how: 'erased' | 'declined' | null; reason: string };
const COLUMNS = 'id, originator, at, how, reason';

const add = {
  name: 'privacy.add-wish',
  text: 'insert into erasure_wish (city, id, originator, at) values ($1, $2, $3, $4) on conflict do nothing',
};
/** Notes that somebody asks to be erased; asked again while it waits, it is noted once. */
export async function insertWish(tx: Tx, city: number, w: { id: Uuid; originator: Uuid; at: Date }): Promise<void> {
  await tx.run(add, [city, w.id, w.originator, w.at]);
}

const last = {
  name: 'privacy.last-wish',
  text: `select ${COLUMNS} from erasure_wish where city = $1 and originator = $2 order by at desc, id desc limit 1`,
};
/** What somebody asked last. */
export const findLastWish = async (tx: Tx, city: number, originator: Uuid): Promise<StoredWish | undefined> =>
  (await tx.run<StoredWish>(last, [city, originator]))[0];

const waiting = {
  name: 'privacy.waiting-wishes',
  text: `select ${COLUMNS} from erasure_wish where city = $1 and settled_at is null order by at, id limit 200`,
};
/** Who waits, the longest first; two hundred at most, as each is settled by hand. */
export const findWaiting = (tx: Tx, city: number): Promise<StoredWish[]> => tx.run<StoredWish>(waiting, [city]);

const decline = {
  name: 'privacy.decline-wish',
  text: `update erasure_wish set settled_at = $3, how = 'declined', reason = $4, seat = $5
    where city = $1 and id = $2 and settled_at is null returning id`,
};
/** Settles it without erasing; false where it is settled already. */
export const declineWish = async (
  tx: Tx,
  city: number,
  { id, at, reason, seat }: { id: Uuid; at: Date; reason: string; seat: Uuid },
): Promise<boolean> => (await tx.run(decline, [city, id, at, reason, seat])).length > 0;
