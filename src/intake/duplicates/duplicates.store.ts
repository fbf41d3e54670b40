import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Member } from './split.rules.ts';

/** Of one phase the newest, which an index has; of which there are how many, the planner knows where the phase stands in the statement. */
const ofPhase = (phase: string): string =>
  `(select id from matter where city = $1 and phase = '${phase}' and mechanism = $2 and not sealed order by id desc limit $3)`;
const open = {
  name: 'duplicates.open',
  // Phase by phase: of a million matters nearly all are closed.
  text: `select m.id from (${['open', 'assigned', 'working', 'answered'].map(ofPhase).join(' union all ')}) m
    order by m.id desc limit $3`,
};
/** The newest `most` open matters of a mechanism that the caller may read, without what is sealed. */
export const findOpen = async (tx: Tx, city: number, mechanism: string, most: number): Promise<Uuid[]> =>
  (await tx.run<{ id: Uuid }>(open, [city, mechanism, most])).map(({ id }) => id);

const members = {
  name: 'duplicates.members',
  text: `select id, left(state::json ->> 'text', $3) as text, parent from matter
    where city = $1 and id = any ($2::uuid[]) and phase <> 'closed' and not sealed order by id desc`,
};
/** Those of these matters that are open, the newest first; `longest`: so many characters of each text. */
export const findMembers = (tx: Tx, city: number, ids: readonly Uuid[], longest: number): Promise<Member[]> =>
  tx.run<Member>(members, [city, ids, longest]);

/** A group as it is kept: its newest matters, that one first, and how many it has in all. */
export type KeptGroup = { readonly matters: readonly Uuid[]; readonly size: number };
export type KeptSearch = { readonly at: Date; readonly read: number; readonly whole: boolean };

const search = {
  name: 'duplicates.search',
  text: 'select found_at as at, read, whole from duplicate_search where city = $1 and mechanism = $2',
};
/** When a mechanism was looked through last; null where it never was. */
export const findSearch = async (tx: Tx, city: number, mechanism: string): Promise<KeptSearch | null> =>
  (await tx.run<KeptSearch>(search, [city, mechanism]))[0] ?? null;

/** A group of which two are open, and may be read. */
const STANDS = `(select count(*) from (select from matter m
  where m.city = g.city and m.id = any (g.matters) and m.phase <> 'closed' limit 2) two) = 2`;
const page = {
  name: 'duplicates.page',
  text: `select g.newest, g.matters, g.size from duplicate_group g
    where g.city = $1 and g.mechanism = $2 and g.newest < $3 and ${STANDS} order by g.newest desc limit $4`,
};
/** The groups of a mechanism of which two are open, those with the newest matters first, older than `before`. */
export const findGroups = (
  tx: Tx,
  city: number,
  mechanism: string,
  before: Uuid,
  most: number,
): Promise<(KeptGroup & { newest: Uuid })[]> =>
  tx.run<KeptGroup & { newest: Uuid }>(page, [city, mechanism, before, most]);

const count = {
  name: 'duplicates.count',
  text: `select count(*)::integer as n from (select from duplicate_group g
    where g.city = $1 and g.mechanism = any ($2::text[]) and ${STANDS} limit $3) found`,
};
/** How many groups of these mechanisms there are, `most` at most. */
export const countGroups = async (tx: Tx, city: number, mechanisms: readonly string[], most: number): Promise<number> =>
  (await tx.run<{ n: number }>(count, [city, mechanisms, most]))[0]!.n;

const note = {
  name: 'duplicates.note',
  text: `insert into duplicate_search (city, mechanism, found_at, read, whole) values ($1, $2, $3, $4, $5)
    on conflict (city, mechanism) do update set found_at = excluded.found_at, read = excluded.read, whole = excluded.whole`,
};
const clear = { name: 'duplicates.clear', text: 'delete from duplicate_group where city = $1 and mechanism = $2' };
const add = {
  name: 'duplicates.add',
  text: `insert into duplicate_group (city, mechanism, newest, matters, size)
    select $1, $2, r.matters[1], r.matters, r.size from json_to_recordset($3) as r (matters uuid[], size integer)`,
};
/** Keeps what was found, in place of what was before. */
export async function keepSearch(
  tx: Tx,
  city: number,
  mechanism: string,
  { at, read, whole }: KeptSearch,
  groups: readonly KeptGroup[],
): Promise<void> {
  await tx.run(note, [city, mechanism, at.toISOString(), read, whole]);
  await tx.run(clear, [city, mechanism]);
  await tx.run(add, [city, mechanism, JSON.stringify(groups)]);
}

const take = {
  name: 'duplicates.take',
  text: 'delete from duplicate_group where city = $1 and mechanism = $2 and matters && $3::uuid[] returning matters, size',
};
/** Throws away the groups that one of these matters is in, and answers with them. */
export const takeGroups = (tx: Tx, city: number, mechanism: string, of: readonly Uuid[]): Promise<KeptGroup[]> =>
  tx.run<KeptGroup>(take, [city, mechanism, of]);

/** Adds groups of which no matter is in another. */
export const addGroups = async (tx: Tx, city: number, mechanism: string, groups: readonly KeptGroup[]): Promise<void> =>
  void (await tx.run(add, [city, mechanism, JSON.stringify(groups)]));
