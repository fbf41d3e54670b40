import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

/**
 * An act in the name of a seat on which nobody sat when it was done. `of`: how many of them there are in all. Originators act in their
 * own name and sit nowhere: theirs are none of these.
 */
export type ActOutside = {
  readonly id: Uuid;
  readonly stream: Uuid;
  readonly seq: number;
  readonly kind: string;
  readonly seat: Uuid;
  readonly at: Date;
  readonly of: number;
};

const outside = {
  name: 'directory.acts-outside',
  text: `select act.id, act.stream, act.seq, act.kind, act.seat, act.at, count(*) over ()::integer as of
    from act where act.city = $1 and act.seat is not null and not exists (
      select from tenure t where t.city = act.city and t.seat = act.seat and t.from_at <= act.at
        and (t.until_at is null or t.until_at >= act.at))
      and not exists (select from originator o where o.city = act.city and o.id = act.seat)
    order by act.at, act.id limit $2`,
};

/** The first acts of the city that were done outside any tenure of their seat, by time; one pass over all acts. */
export const findActsOutside = (tx: Tx, city: number, most: number): Promise<ActOutside[]> =>
  tx.run<ActOutside>(outside, [city, most]);
