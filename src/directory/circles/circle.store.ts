import type { Uuid } from '../../kernel/index.ts';
import { streamOf, type EntryAct, type Noun } from '../../ledger/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';

/** Who is named for the sealed matters of a mechanism, after all acts so far. */
export type CircleState = { readonly mechanism: string; readonly seats: readonly Uuid[] };

/** A mechanism's circle is known by its name. */
export const circleId = (city: number, mechanism: string): Uuid => streamOf(`circle/${city}/${mechanism}`);

function foldCircle(state: CircleState | null, { kind, given }: EntryAct): CircleState {
  const { mechanism, seat } = given as { mechanism: string; seat: Uuid };
  if (kind === 'open-circle') return { mechanism, seats: [seat] };
  if (!state) throw new Error(`${kind} on a circle that was not opened`);
  const others = state.seats.filter((one) => one !== seat);
  return { ...state, seats: kind === 'name-seat' ? [...others, seat] : others };
}

const write = {
  name: 'circle.write',
  text: `insert into circle (city, id, mechanism, seats)
    select $1, id, mechanism, array(select json_array_elements_text(seats)::uuid)
    from json_to_recordset($2) as r (id uuid, mechanism text, seats json)
    on conflict (city, id) do update set seats = excluded.seats`,
};
const stretch = {
  name: 'circle.within',
  text: 'select id, mechanism, seats from circle where city = $1 and id >= $2 and id <= $3',
};

/** Circles, as the register keeps them. */
export const circleNoun: Noun<CircleState> = {
  name: 'circle',
  opens: 'open-circle',
  fold: foldCircle,
  async write(tx, city, entries) {
    await tx.run(write, [city, JSON.stringify(entries.map(({ id, state }) => ({ id, ...state })))]);
  },
  async read(tx, city, { from, upTo }) {
    const rows = await tx.run<{ id: Uuid } & CircleState>(stretch, [city, from, upTo]);
    return rows.map(({ id, mechanism, seats }) => ({ id, state: { mechanism, seats } }));
  },
};

const find = { name: 'circle.find', text: 'select seats from circle where city = $1 and mechanism = $2' };

/** The seats named for the sealed matters of a mechanism, as far as the caller may know them; none where nobody is. */
export const findCircle = async (tx: Tx, city: number, mechanism: string): Promise<readonly Uuid[]> =>
  (await tx.run<{ seats: Uuid[] }>(find, [city, mechanism]))[0]?.seats ?? [];
