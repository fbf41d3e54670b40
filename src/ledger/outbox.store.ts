import type { Uuid } from '../kernel/index.ts';
import { enqueueSoon } from '../platform/jobs/index.ts';
import type { Tx } from '../platform/postgres/index.ts';

/** The job that takes acts from the outbox and tells of them. Defined by whoever tells; named here, where it is woken. */
export const TELL = 'ledger.tell';

/** An act of which somebody may have to be told. */
export type Announced = { readonly id: Uuid; readonly stream: Uuid };

const putOne = { name: 'outbox.put-one', text: 'insert into outbox (city, id, stream) values ($1, $2, $3)' };
const put = {
  name: 'outbox.put',
  text: `insert into outbox (city, id, stream) select $1, id, stream from unnest($2::uuid[], $3::uuid[]) as new (id, stream)`,
};

/**
 * Puts acts into the outbox, in the transaction that appends them: one insert, whatever they lead to. The telling begins
 * shortly after the commit; where the process dies in between, with the next minute.
 */
export async function announce(tx: Tx, city: number, acts: readonly Announced[]): Promise<void> {
  const [first] = acts;
  if (!first) return;
  enqueueSoon(tx, city, TELL);
  if (acts.length === 1) await tx.run(putOne, [city, first.id, first.stream]);
  else await tx.run(put, [city, acts.map((act) => act.id), acts.map((act) => act.stream)]);
}

const take = {
  name: 'outbox.take',
  text: 'select id, stream from take_announced($1, $2)',
};

/** Takes the oldest announced acts out of the outbox; they come back if the transaction does not commit. */
export async function takeAnnounced(tx: Tx, city: number, most: number): Promise<Announced[]> {
  const taken = await tx.run<Announced>(take, [city, most]);
  return taken.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
