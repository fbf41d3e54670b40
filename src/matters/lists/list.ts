import { findPerson, type Named } from '../../directory/index.ts';
import type { Uuid } from '../../kernel/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { calendarOf } from '../calendars/calendar.store.ts';
import type { Finds, LedgerQuery, MatterCount, MatterPage, Meant } from './list.contract.ts';
import { ofAnyPhase } from './list.rules.ts';
import type { MatterRow } from '../contract.ts';
import { countUpTo } from './count.store.ts';
import { cursorOf, cursorText, type Cursor } from './cursor.rules.ts';
import type { ListQuery } from './filter.store.ts';
import { refuseUnknown } from './filters.ts';
import { countMatters, listMatters, PAGE, searchMatters, type Found } from './list.store.ts';
import { OVERSEERS } from '../matter.policy.ts';
import { rowOf, viewer } from './row.rules.ts';
import { countNamedFor, inOrder, listNamed } from './named.store.ts';
import { mechanismsOf } from '../mechanisms/mechanism.store.ts';
import { findSuggested, readSearch, wordsOfSearch } from './search.ts';
import { fragmentsIn, gramsIn, means } from './search.store.ts';
import { isWalked, walkMatters, type WalkQuery } from './walk.store.ts';

/** How many matters stand among suggestions. */
const SUGGESTED = 6;

/**
 * One page of the ledger as this seat sees it. `mine`, a unit's default, is what its units take part in; overseers begin
 * with the whole city. A search answers with the newest matters that hold the fragment, or that the unit or person of that
 * name (a fragment of a unit's will do), or of those initials, has a part in; of several words each must fit.
 */
export async function list(tx: Tx, caller: Caller, query: LedgerQuery, now: Date): Promise<MatterPage> {
  const { found, next, meant } = await findPage(tx, caller, query, now);
  return {
    rows: await rowsOf(tx, caller, found, now),
    next,
    ...(meant && (meant.units.length || meant.people.length) ? { meant: shown(meant) } : {}),
  };
}

/** As {@link list}, with all that a matter is: an export shows more of it than a page. */
export async function findPage(
  tx: Tx,
  caller: Caller,
  query: LedgerQuery,
  now: Date,
): Promise<{ found: Found[]; next: string | null; meant: Named | null }> {
  const { asked, meant, named } = await questionOf(tx, caller, query, now);
  const { found, edge } = await findOwn(tx, asked, named);
  const last = found.at(-1);
  const next = last && found.length === asked.limit ? last.key : edge;
  return { found, next: next && cursorText(next), meant };
}

/** How many there are in all; null where they would have to be gone through page by page to be counted. */
export async function countAll(tx: Tx, caller: Caller, query: LedgerQuery, now: Date): Promise<number | null> {
  const { asked, named } = await questionOf(tx, caller, query, now);
  if (asked.text || isWalked(asked)) return null;
  return (await countMatters(tx, asked)) + (named ? await countNamedFor(tx, asked, named) : 0);
}

/** How many matters the filters leave; of a search, no more than its first page shows. */
export async function count(tx: Tx, caller: Caller, query: LedgerQuery, now: Date): Promise<MatterCount> {
  const { asked, named } = await questionOf(tx, caller, query, now);
  const { count: n, exact } = await countUpTo(tx, asked);
  return { count: n + (named ? await countNamedFor(tx, asked, named) : 0), exact };
}

/** What a few letters mean: units and people by any part of their name, and the newest matters that a search would find. */
export async function suggest(tx: Tx, caller: Caller, text: string, now: Date): Promise<Finds> {
  const named = await findSuggested(tx, caller.city, text);
  const { found } = wordsOfSearch(text).length
    ? await find(tx, (await questionOf(tx, caller, { q: text, scope: 'all', limit: SUGGESTED }, now)).asked)
    : { found: [] };
  return { meant: shown(named), matters: await rowsOf(tx, caller, found, now) };
}

/** `named`: the seat whose own sealed matters stand in the list beside those of its units; null where none do. */
type Question = { asked: WalkQuery; meant: Named | null; named: Uuid | null };

async function questionOf(tx: Tx, caller: Caller, query: LedgerQuery, now: Date): Promise<Question> {
  const { city } = caller;
  const search = query.q === undefined ? null : await readSearch(tx, city, query.q, query);
  const person = query.person && (await findPerson(tx, city, query.person));
  await refuseUnknown(tx, city, query, Boolean(person));
  const units = unitsOf(caller, query);
  const oversees = OVERSEERS.includes(caller.role);
  const asked: WalkQuery = {
    ...query,
    ...shape(query),
    city,
    after: cursorOf(query.after),
    limit: query.limit ?? PAGE,
    now,
    units,
    partly: units === null && !oversees,
    others: !oversees && units?.every((unit) => caller.units.includes(unit)) === false,
    text: search?.text,
    actors: query.person === undefined ? undefined : person ? person.seats : [],
  };
  // A search goes by words, and those of what is sealed are sealed; a part, a stance and whoever acted are of units.
  const own = !query.unit && units !== null && !oversees && isMine(caller, query);
  const named = own && !search && query.person === undefined ? caller.seat : null;
  return { asked, meant: search?.meant ?? null, named };
}

/** The units whose matters are asked for; null for the whole city. */
function unitsOf(caller: Caller, { unit, scope, confidential }: LedgerQuery): readonly Uuid[] | null {
  if (unit) return [unit];
  const oversees = OVERSEERS.includes(caller.role);
  const mine = isMine(caller, { scope });
  // What is confidential is read by those who take part in it: to look for others' would be to look for nothing.
  return (mine || (confidential && !oversees)) && caller.units.length ? caller.units : null;
}

const isMine = ({ role }: Caller, { scope }: Pick<LedgerQuery, 'scope'>): boolean =>
  (scope ?? (OVERSEERS.includes(role) ? 'all' : 'mine')) === 'mine';

/**
 * What is struck off and `any` phase are asked by age: only what is open has deadlines to be ordered by. Days between which
 * something is due ask for what is open, by deadline.
 */
function shape(query: LedgerQuery): { [K in 'phase' | 'open' | 'sort']: ListQuery[K] } {
  const { sort, dueFrom, dueTo } = query;
  const asked = query.phase ?? (ofAnyPhase(query) ? 'everything' : 'unclosed');
  const phase = asked === 'any' || asked === 'unclosed' || asked === 'everything' ? undefined : asked;
  const open = asked === 'unclosed';
  if (dueFrom ?? dueTo) return { phase, open, sort: 'due' };
  return { phase, open, sort: asked === 'any' || asked === 'closed' ? 'newest' : sort };
}

/** By the indexes made for lists where they hold all that is asked, else by a walk that looks at so much and no more. */
async function find(tx: Tx, asked: WalkQuery): Promise<{ found: Found[]; edge: Cursor | null }> {
  const { text } = asked;
  if (isWalked(asked) || (text && (asked.open || text.terms.some(means)))) return walkMatters(tx, asked);
  const found = text ? await searchMatters(tx, asked, gramsIn(text), fragmentsIn(text)) : await listMatters(tx, asked);
  return { found, edge: null };
}

/** As {@link find}, with what the seat itself is named for in its place. */
async function findOwn(tx: Tx, asked: WalkQuery, named: Uuid | null): ReturnType<typeof find> {
  const { found, edge } = await find(tx, asked);
  const own = named ? await listNamed(tx, asked, named) : [];
  return own.length ? { found: inOrder(found, own, asked, edge), edge } : { found, edge };
}

async function rowsOf(tx: Tx, caller: Caller, found: readonly Found[], now: Date): Promise<MatterRow[]> {
  const calendar = await calendarOf(tx, caller.city, now);
  const under = await mechanismsOf(
    tx,
    caller.city,
    found.map(({ state }) => state),
  );
  return found.map(({ id, state }) => rowOf(id, state, now, calendar, viewer(caller, state), under(state)));
}

const shown = ({ units, people }: Named): Meant => ({
  units,
  people: people.map(({ account, name, unit, title }) => ({ account, name, unit, title })),
});
