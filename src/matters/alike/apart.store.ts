import type { Uuid } from '../../kernel/index.ts';
import type { Entry, Stretch } from '../../ledger/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { ToldMatter, ToldState } from './apart.rules.ts';

const write = {
  name: 'told-apart.write',
  text: `insert into told_apart (city, id, mechanism, told_at, told_by, ended_at, ended_by)
    select $1, r.* from json_to_recordset($2) as r (id uuid, mechanism text, "toldAt" timestamptz, "toldBy" uuid,
      "endedAt" timestamptz, "endedBy" uuid)
    on conflict (city, id) do update set ended_at = excluded.ended_at, ended_by = excluded.ended_by`,
};
const writeMatters = {
  name: 'told-apart.write-matters',
  text: `insert into told_apart_matter (city, told, matter, part)
    select $1, r.* from json_to_recordset($2) as r (told uuid, matter uuid, part integer) on conflict do nothing`,
};

/** Writes what was told apart. Which matters it is of never changes. */
export async function writeTold(tx: Tx, city: number, entries: readonly Entry<ToldState>[]): Promise<void> {
  await tx.run(write, [city, JSON.stringify(entries.map(({ id, state }) => ({ id, ...state })))]);
  const matters = entries.flatMap(({ id, state }) =>
    state.parts.flatMap((part, n) => part.map((matter): ToldMatter => ({ told: id, matter, part: n }))),
  );
  await tx.run(writeMatters, [city, JSON.stringify(matters)]);
}

type Row = {
  id: Uuid;
  mechanism: string;
  toldAt: Date;
  toldBy: Uuid;
  endedAt: Date | null;
  endedBy: Uuid | null;
  matters: readonly { matter: Uuid; part: number }[];
};
const COLUMNS = `t.id, t.mechanism, t.told_at as "toldAt", t.told_by as "toldBy", t.ended_at as "endedAt", t.ended_by as "endedBy",
  (select json_agg(json_build_object('matter', m.matter, 'part', m.part) order by m.part, m.matter)
    from told_apart_matter m where m.city = t.city and m.told = t.id) as matters`;

function stateOf({ mechanism, toldAt, toldBy, endedAt, endedBy, matters }: Omit<Row, 'id'>): ToldState {
  const parts: Uuid[][] = [];
  for (const { matter, part } of matters) (parts[part] ??= []).push(matter);
  return {
    mechanism,
    parts,
    toldAt: toldAt.toISOString(),
    toldBy,
    endedAt: endedAt?.toISOString() ?? null,
    endedBy,
  };
}

const within = {
  name: 'told-apart.within',
  text: `select ${COLUMNS} from told_apart t where t.city = $1 and t.id >= $2 and t.id <= $3`,
};

/** What was told apart, of a stretch. */
export async function readTold(tx: Tx, city: number, { from, upTo }: Stretch): Promise<Entry<ToldState>[]> {
  const rows = await tx.run<Row>(within, [city, from, upTo]);
  return rows.map(({ id, ...row }) => ({ id, state: stateOf(row) }));
}

const newest = {
  name: 'told-apart.newest',
  text: `select ${COLUMNS} from told_apart t where t.city = $1 and t.mechanism = $2 and t.ended_at is null and t.id < $3
    order by t.id desc limit $4`,
};

/** What was told apart of a mechanism's matters and holds, newest first, older than `before`. For whoever reads all. */
export async function listTold(
  tx: Tx,
  city: number,
  mechanism: string,
  before: Uuid,
  most: number,
): Promise<Entry<ToldState>[]> {
  const rows = await tx.run<Row>(newest, [city, mechanism, before, most]);
  return rows.map(({ id, ...row }) => ({ id, state: stateOf(row) }));
}

const of = {
  name: 'told-apart.of',
  text: `select m.told, m.matter, m.part from told_apart_matter m join told_apart t on t.city = m.city and t.id = m.told
    where m.city = $1 and m.matter = any ($2::uuid[]) and t.ended_at is null`,
};

/** What holds of these matters having been told apart. Whoever does not read all is told of none. */
export const findTold = (tx: Tx, city: number, matters: readonly Uuid[]): Promise<ToldMatter[]> =>
  tx.run<ToldMatter>(of, [city, matters]);

const from = {
  name: 'told-apart.from',
  text: `select o.matter from told_apart_matter m join told_apart t on t.city = m.city and t.id = m.told
      join told_apart_matter o on o.city = m.city and o.told = m.told and o.part <> m.part
    where m.city = $1 and m.matter = $2 and t.ended_at is null`,
};

/** The matters that this one was told apart from. */
export const findToldFrom = async (tx: Tx, city: number, matter: Uuid): Promise<ReadonlySet<Uuid>> =>
  new Set((await tx.run<{ matter: Uuid }>(from, [city, matter])).map((row) => row.matter));
