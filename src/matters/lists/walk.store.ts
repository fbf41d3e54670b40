import { sql, type RawBuilder } from 'kysely';
import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { Cursor } from './cursor.rules.ts';
import { asked, isFiner } from './asked.store.ts';
import { filters, instant, type ListQuery } from './filter.store.ts';
import { stateOf } from '../life/state.rules.ts';
import { type Found } from './list.store.ts';
import { acted, actedOn, ofSearch, wordsLeft, type SearchText } from './search.store.ts';

/**
 * Lists by what no index holds together: part, stance, category, bounces, who acted, what a search means besides. A walk reads keys in
 * the list's order from the one index that narrows most, so many a page and no more, and asks the rest of those alone. What
 * is rare takes more pages and never a long one: however many matters there are, a page costs the same.
 */
export type WalkQuery = ListQuery & {
  text?: SearchText | undefined;
  /** The seats of the person who must have acted. */
  actors?: readonly Uuid[] | undefined;
  /** Whether the whole city is asked for by a seat that reads some of it. */
  partly?: boolean | undefined;
  /** Whether units are asked for by a seat of other units, whose policy looks at the matter of each key as well. */
  others?: boolean | undefined;
};

/**
 * Whether a walk must answer: more is asked than the lists' own indexes hold, or years of what is struck off by a seat that may read next to
 * none of it, which an index would go through to its end. What is open is little beside it, and its index holds who may read it.
 */
export const isWalked = (q: WalkQuery): boolean =>
  isFiner(q) || Boolean(q.partly && !q.open && (q.phase ?? 'closed') === 'closed');

/** How many keys a page looks at: found here are filters that fit one in twenty. */
export const LOOKS = 1000;

/** How many keys each of the sources gives a walk: they share the looks, and what is asked of the policy twice gives half. */
export const looksIn = ({ units, others }: WalkQuery): number =>
  Math.ceil(LOOKS / (units?.length || 1) / (others ? 2 : 1));

const REGISTERED = ['registeredFrom', 'registeredTo'] as const;
/** The filters that have an index by age, the likely rarest first. */
const BY_RARITY = ['listed', 'raised', 'green', 'paused', 'color', 'bounced', 'confidential'] as const;

type Row = { id: Uuid | null; state: string; at: string; edge_id: Uuid | null; edge_at: string };

/** One page, and how far it looked: the key to go on after where the page is not full, null where nothing is left. */
export async function walkMatters(tx: Tx, q: WalkQuery): Promise<{ found: Found[]; edge: Cursor | null }> {
  const order = orderOf(q);
  const rest = [sql`m.city = ${q.city}`, ...residual(q)];
  // Each by its key (`offset 0`): who plans for fewer keys than there are reads all matters of a mechanism for the few. In the list's order, so
  // that a page is full long before the last key is asked where most fit.
  const { rows } = await sql<Row>`with looked as materialized (${keys(q, looksOf(q))}), edge as (${edge(order)})
    select f.id, f.state, f.at, e.id as edge_id, ${instant(sql`e.at`)} as edge_at
    from (select) as one left join edge e on true left join lateral (
      select m.id, m.state, ${instant(sql`l.at`)} as at
      from (select distinct k.at, k.id from looked k where e.id is null or ${upTo(order)} order by ${order.by(sql`k`)}) l
      cross join lateral (select m.id, m.state from matter m where m.id = l.id and ${sql.join(rest, sql` and `)} offset 0) m
      order by ${order.by(sql`l`)} limit ${q.limit}) f on true`.execute(tx.db);
  const found = rows.flatMap(({ id, state, at }): Found[] =>
    id === null ? [] : [{ id, state: stateOf(state), key: { at, id } }],
  );
  const first = rows[0];
  return { found, edge: first?.edge_id ? { at: first.edge_at, id: first.edge_id } : null };
}

/** The order of a list: of its keys (at, id), ascending by deadline, descending by age. */
type Order = { down: boolean; column: string | null; by: (of: RawBuilder<unknown>) => RawBuilder<unknown> };

function orderOf(q: WalkQuery): Order {
  const searched = q.text ?? q.actors;
  if (!searched && q.sort !== 'newest') return { down: false, column: 'due_at', by: (of) => sql`${of}.at, ${of}.id` };
  const registered = !searched && !q.units && (q.registeredFrom ?? q.registeredTo) !== undefined;
  return { down: true, column: registered ? 'registered_at' : null, by: (of) => sql`${of}.at desc, ${of}.id desc` };
}

const upTo = ({ down }: Order): RawBuilder<unknown> =>
  down ? sql`(k.at, k.id) >= (e.at, e.id)` : sql`(k.at, k.id) <= (e.at, e.id)`;

/** Where the sources that had more to give ended: past the first of these ends the page does not know all. */
function edge({ down, by }: Order): RawBuilder<unknown> {
  const last = down ? sql`source, at, id` : sql`source, at desc, id desc`;
  return sql`select x.at, x.id from (select distinct on (source) at, id, most, count(*) over (partition by source) as n from looked
      order by ${last}) x where n >= most order by ${by(sql`x`)} limit 1`;
}

/** Several sources share the looks; of a search each gives a page. */
function looksOf(q: WalkQuery): number {
  if (q.text) return q.limit;
  return Math.max(q.limit, 100, looksIn(q));
}

/** The keys to look at: (source, most, at, id), so many of each source at most. */
export function keys(q: WalkQuery, looks: number): RawBuilder<unknown> {
  if (q.text) return ofSearch(q, q.text, { looks, wide: LOOKS }, (units, most) => ofUnits(q, units, most));
  if (q.actors) return acted(q.actors, q.after, looks);
  return q.units ? ofUnits(q, q.units, looks) : ofCity(q, looks);
}

/** The city's keys, read past the policy that says which of them the seat may read. By age of the one filter that has an index in that order and is likely the rarest. */
function ofCity(q: WalkQuery, looks: number): RawBuilder<unknown> {
  const { column, down, by } = orderOf(q);
  const where = [sql`c.city = ${q.city}`];
  if (q.round !== undefined) where.push(sql`c.round = ${q.round}`);
  if (column === 'due_at') where.push(...filters(q, 'c'));
  else if (column === 'registered_at') where.push(...asked(q, 'c', REGISTERED));
  else if (q.round === undefined) where.push(...narrowest(q));
  const at = column ? sql.ref(`c.${column}`) : sql`'infinity'::timestamptz`;
  const key = column ? sql`(${at}, c.id)` : sql`c.id`;
  if (q.after) {
    const after = column ? sql`(${q.after.at}::timestamptz, ${q.after.id}::uuid)` : sql`${q.after.id}::uuid`;
    where.push(down ? sql`${key} < ${after}` : sql`${key} > ${after}`);
  }
  const order = column ? by(sql`k`) : sql`k.id desc`;
  return sql`select 'city' as source, ${looks}::integer as most, ${column ? sql`k.at` : at} as at, k.id
    from (select ${column ? sql`${at} as at, ` : sql``}c.id from matter_key c where ${sql.join(where, sql` and `)}) k order by ${order} limit ${looks}`;
}

function narrowest(q: WalkQuery): RawBuilder<unknown>[] {
  const rare = BY_RARITY.find((one) => q[one] !== undefined);
  if (rare) return asked(q, 'c', [rare]);
  if (q.area !== undefined) return [sql`c.area = ${q.area}`];
  if (q.stage !== undefined) return [sql`c.stage = ${q.stage}`];
  return q.phase ? [sql`c.phase = ${q.phase}`] : asked(q, 'c', ['mechanism']);
}

/**
 * The units' keys, each unit a source, read past the policy like the city's. As in list.store.ts, a matter of two stands at the first of its
 * deadlines.
 */
function ofUnits(q: WalkQuery, units: readonly Uuid[], looks: number): RawBuilder<unknown> {
  const newest = orderOf(q).down;
  const where = [sql`a.city = ${q.city}`, sql`a.unit = own.unit`, ...filters(q, 'a')];
  if (q.mechanism !== undefined) where.push(sql`a.mechanism = ${q.mechanism}`);
  if (q.after && newest) where.push(sql`a.matter < ${q.after.id}`);
  if (q.after && !newest) where.push(sql`(a.due_at, a.matter) > (${q.after.at}::timestamptz, ${q.after.id}::uuid)`);
  if (units.length > 1 && !newest)
    where.push(sql`not exists (select from assignment_key b where b.city = a.city and b.matter = a.matter
      and b.unit = any (${units}::uuid[]) and (b.due_at, b.unit) < (a.due_at, a.unit))`);
  const at = newest ? sql`'infinity'::timestamptz` : sql`part.due_at`;
  // As in list.store.ts: of what is open first all there is, or a unit's closed years would be gone through for the newest of it.
  const apart = newest && q.open ? sql` offset 0` : sql``;
  return sql`select own.unit::text as source, ${looks}::integer as most, ${at} as at, part.matter as id from unnest(${units}::uuid[]) as own (unit)
    cross join lateral (select a.due_at, a.matter from (select a.due_at, a.matter from assignment_key a where ${sql.join(where, sql` and `)}${apart}) a
      order by ${newest ? sql`a.matter desc` : sql`a.due_at, a.matter`} limit ${looks}) part`;
}

/** Everything asked for, of a matter whose key was looked at. What the keys' own index held is asked again and costs nothing. */
export function residual(q: WalkQuery): RawBuilder<unknown>[] {
  const searched = q.text ?? q.actors;
  const byUnit = q.units && !searched;
  // A unit's keys have its own deadline, which its index held.
  const plain = filters(byUnit ? { ...q, slip: undefined, dueFrom: undefined, dueTo: undefined } : q, 'm');
  return [
    ...plain,
    ...(q.units && searched ? [sql`m.units && ${q.units}::uuid[]`] : []),
    ...(q.round === undefined ? [] : [sql`m.round = ${q.round}`]),
    ...asked(q, 'm'),
    ...(q.text && q.actors ? [actedOn(q.actors)] : []),
    ...(q.text ? wordsLeft(q.text) : []),
  ];
}
