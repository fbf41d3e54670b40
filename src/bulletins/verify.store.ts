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

/** The bulletins of a stretch. */
export const readStored = (tx: Tx, city: number, { from, upTo }: Stretch): Promise<StoredBulletin[]> =>
  tx.run<StoredBulletin>(stored, [city, from, upTo]);
