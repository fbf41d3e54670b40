import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

export type Taken = { external: string; matter: Uuid; originator: Uuid; digest: Buffer; at: Date };

const LOCK = 72_117_122;
const hold = { name: 'taken.hold', text: 'select pg_advisory_xact_lock($1, hashtext($2))' };
const find = {
  name: 'taken.find',
  text: 'select external, matter, originator, digest, at from taken_request where city = $1 and source = $2 and external = $3',
};
const page = {
  name: 'taken.page',
  text: `select external, matter, originator, digest, at from taken_request
    where city = $1 and source = $2 and at >= $3 and at < $4 order by at desc, external desc limit $5`,
};
/** Where what was handed over goes on in another matter, whoever raised it is among those of that one too, and is told what moves there. */
const moved = {
  name: 'taken.moved',
  text: `select t.external, t.matter, t.originator, t.digest, t.at, max(m.updated_at) as moved
    from matter m join taken_request t on t.city = m.city and t.originator = any (m.originators)
    where m.city = $1 and m.originators <> '{}' and m.updated_at between $3 and $5 and t.source = $2
    group by t.city, t.source, t.external
    having (max(m.updated_at), t.external) > ($3, $4) order by moved, t.external limit $6`,
};
const insert = {
  name: 'taken.insert',
  text: `insert into taken_request (city, source, external, matter, originator, digest, at) values ($1, $2, $3, $4, $5, $6, $7)`,
};

/** Has whoever hands over the same number at the same time wait. */
export async function holdExternal(tx: Tx, source: Uuid, external: string): Promise<void> {
  await tx.run(hold, [LOCK, `${source}/${external}`]);
}

/** A request of a source by the source's own number. */
export const findTaken = async (tx: Tx, city: number, source: Uuid, external: string): Promise<Taken | undefined> =>
  (await tx.run<Taken>(find, [city, source, external]))[0];

/** Requests of a source taken between two moments, newest first, so many at most. */
export const listTaken = (
  tx: Tx,
  city: number,
  source: Uuid,
  from: Date,
  until: Date,
  limit: number,
): Promise<Taken[]> => tx.run<Taken>(page, [city, source, from, until, limit]);

/** Requests of a source that moved after a moment, and a number of those that moved at it, until another; in the order in which they last moved. */
export const listMoved = (
  tx: Tx,
  city: number,
  source: Uuid,
  after: { at: Date; external: string },
  until: Date,
  limit: number,
): Promise<(Taken & { moved: Date })[]> =>
  tx.run<Taken & { moved: Date }>(moved, [city, source, after.at, after.external, until, limit]);

/** Notes that a source has handed a request over; throws where it has handed one over under that number. */
export async function insertTaken(tx: Tx, city: number, source: Uuid, taken: Taken): Promise<void> {
  await tx.run(insert, [city, source, taken.external, taken.matter, taken.originator, taken.digest, taken.at]);
}
