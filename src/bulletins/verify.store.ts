import type { Uuid } from '../kernel/index.ts';
import type { Stretch } from '../ledger/index.ts';
import type { Tx } from '../platform/postgres/index.ts';

/** A bulletin's row, its columns by the names that the published document has for them. */
export type StoredBulletin = { id: Uuid; hash: string; seq: number; content: string; row: Record<string, unknown> };

const stored = {
  name: 'bulletin.verify',
  text: `select id, encode(hash, 'hex') as hash, seq, content, json_build_object('number', number, 'title', title,
      'round', round, 'before', before, 'publishedAt', (extract(epoch from published_at) * 1000)::float8, 'by', published_by) as row
    from bulletin where city = $1 and id >= $2 and id <= $3`,
};

const series = {
  name: 'bulletin.verify-series',
  text: `select given.series, given.n, coalesce(s.last, 0) as last
    from (
      select 'bulletin/' || date_part('year', published_at at time zone 'Asia/Shanghai') as series, count(*)::integer as n
      from bulletin where city = $1 and id >= $2 and id <= $3 group by 1) given
    left join number_series s on s.city = $1 and s.series = given.series
    where s.last is null or s.last < given.n order by given.series limit 1`,
};

/** The first year whose series of numbers has given fewer than there are bulletins of it in the stretch. */
export const findShortSeries = async (
  tx: Tx,
  city: number,
  { from, upTo }: Stretch,
): Promise<{ series: string; n: number; last: number } | undefined> =>
  (await tx.run<{ series: string; n: number; last: number }>(series, [city, from, upTo]))[0];

/** The bulletins of a stretch. */
export const readStored = (tx: Tx, city: number, { from, upTo }: Stretch): Promise<StoredBulletin[]> =>
  tx.run<StoredBulletin>(stored, [city, from, upTo]);
