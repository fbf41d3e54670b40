import type { Day, Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { same } from '../changed.rules.ts';
import type { ListingRow } from '../life/project.rules.ts';

/** One line of the public list as it is stored; `at` is when it was listed, `key` by what the list goes on after it. */
export type Listing = {
  number: string;
  title: string;
  lead: Uuid | null;
  until: Day;
  at: Date;
  delistedAt: Date | null;
  result: string | null;
  promise: string | null;
  promisedBy: Day | null;
  pausedOn: Day | null;
  answeredOn: Day | null;
  key: string;
};

const columns = `number, title, lead, until, listed_at as at, delisted_at as "delistedAt", result, promise,
  promised_by as "promisedBy", paused_on as "pausedOn", answered_on as "answeredOn"`;
const standing = {
  name: 'listing.standing',
  text: `select ${columns}, until::text as key from listing
    where city = $1 and delisted_at is null and (until, number) > ($2::date, $3) order by until, number limit $4`,
};
const taken = {
  name: 'listing.taken-off',
  text: `select ${columns}, to_char(delisted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as key from listing
    where city = $1 and delisted_at is not null and delisted_at >= $5 and (delisted_at, number) < ($2::timestamptz, $3)
    order by delisted_at desc, number desc limit $4`,
};

/** By what a list goes on: its last line's key and number. */
export type ListingAfter = { key: string; number: string };

/** What stands on the public list, the first promised first. Whoever reads it need be nobody: it holds nothing else. */
export const findListed = (tx: Tx, city: number, after: ListingAfter | null, limit: number): Promise<Listing[]> =>
  tx.run<Listing>(standing, [city, after?.key ?? '-infinity', after?.number ?? '', limit]);

/** What was taken off it since an instant, with what came of it, the newest first. */
export const findDelisted = (
  tx: Tx,
  city: number,
  since: Date,
  after: ListingAfter | null,
  limit: number,
): Promise<Listing[]> => tx.run<Listing>(taken, [city, after?.key ?? 'infinity', after?.number ?? '', limit, since]);

const write = {
  name: 'matter.list-publicly',
  text: `insert into listing (city, matter, number, title, lead, until, listed_at, delisted_at, result,
      promise, promised_by, paused_on, answered_on)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    on conflict (city, matter) do update set number = excluded.number, title = excluded.title, lead = excluded.lead,
      until = excluded.until, listed_at = excluded.listed_at, delisted_at = excluded.delisted_at, result = excluded.result,
      promise = excluded.promise, promised_by = excluded.promised_by, paused_on = excluded.paused_on, answered_on = excluded.answered_on`,
};
const remove = { name: 'matter.unlist-publicly', text: 'delete from listing where city = $1 and matter = $2' };

/** What the public reads of a matter, where that is other than before. */
export function listingWrites(
  tx: Tx,
  city: number,
  id: Uuid,
  now: ListingRow | null,
  before: ListingRow | null,
): Promise<unknown>[] {
  if (now === null) return before === null ? [] : [tx.run(remove, [city, id])];
  if (before && same(now, before)) return [];
  const { number: called, title, lead, until, listedAt, delistedAt, result } = now;
  const { promise, promisedBy, pausedOn, answeredOn } = now;
  const row = [title, lead, until, listedAt, delistedAt, result, promise, promisedBy, pausedOn, answeredOn];
  return [tx.run(write, [city, id, called, ...row])];
}
