import type { Uuid } from '../kernel/index.ts';
import type { Statement } from '../platform/postgres/index.ts';
import type { Noun } from './entry.acts.ts';

type Table<S, R> = {
  /** Writes entries, or what they say now: $1 the city, $2 a JSON list of their ids and of what their states hold. */
  readonly write: Statement;
  /** The rows of a stretch: $1 the city, $2 and $3 the first and the last id. */
  readonly within: Statement;
  readonly stateOf: (row: R) => S;
};

/** How the register writes and reads a noun each of whose entries is one row of one table, and all of it in that row. */
export const rowEach = <S extends object, R extends object>({
  write,
  within,
  stateOf,
}: Table<S, R>): Pick<Noun<S>, 'write' | 'read'> => ({
  async write(tx, city, entries) {
    await tx.run(write, [city, JSON.stringify(entries.map(({ id, state }) => ({ id, ...state })))]);
  },
  async read(tx, city, { from, upTo }) {
    const rows = await tx.run<R & { id: Uuid }>(within, [city, from, upTo]);
    return rows.map(({ id, ...row }) => ({ id, state: stateOf(row as unknown as R) }));
  },
});
