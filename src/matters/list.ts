import { refuse } from '../kernel/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { calendarOf } from './calendar.store.ts';
import type { LedgerQuery, MatterPage } from './contract.ts';
import { cursorOf, cursorText } from './cursor.rules.ts';
import { countMatters, listMatters, searchMatters, type Found, type ListQuery } from './list.store.ts';
import { OVERSEERS } from './matter.policy.ts';
import { rowOf, viewer } from './row.rules.ts';
import { gramsOf, searchable } from './words.rules.ts';

const PAGE = 50;

/**
 * One page of the ledger as this seat sees it. `mine`, a unit's default, is what its units take part in; overseers begin
 * with the whole city. A search answers with the newest matters that hold the fragment.
 */
export async function list(tx: Tx, caller: Caller, query: LedgerQuery, now: Date): Promise<MatterPage> {
  const { found, next } = await findPage(tx, caller, query, now);
  const calendar = await calendarOf(tx, caller.city, now);
  return { rows: found.map(({ id, state }) => rowOf(id, state, now, calendar, viewer(caller, state))), next };
}

/** As {@link list}, with all that a matter is: an export shows more of it than a page. */
export async function findPage(
  tx: Tx,
  caller: Caller,
  query: LedgerQuery,
  now: Date,
): Promise<{ found: Found[]; next: string | null }> {
  const asked = questionOf(caller, query, now);
  const found = query.q ? await search(tx, asked, query.q) : await listMatters(tx, asked);
  const last = found.at(-1);
  return { found, next: last && found.length === asked.limit ? cursorText(last.key) : null };
}

/** How many there are in all; null for a search, which is answered page by page and would have to be gone through. */
export const countAll = async (tx: Tx, caller: Caller, query: LedgerQuery, now: Date): Promise<number | null> =>
  query.q ? null : countMatters(tx, questionOf(caller, query, now));

function questionOf(caller: Caller, query: LedgerQuery, now: Date): ListQuery {
  const scope = query.scope ?? (OVERSEERS.includes(caller.role) ? 'all' : 'mine');
  const units = query.unit ? [query.unit] : scope === 'mine' && caller.units.length ? caller.units : null;
  const limit = query.limit ?? PAGE;
  return { ...query, ...shape(query), city: caller.city, after: cursorOf(query.after), limit, now, units };
}

/** What is struck off and `any` phase are asked by age: only what is open has deadlines to be ordered by. */
function shape({ phase, sort }: LedgerQuery): { phase: ListQuery['phase']; sort: ListQuery['sort'] } {
  if (phase === 'any') return { phase: undefined, sort: 'newest' };
  return { phase, sort: phase === 'closed' ? 'newest' : sort };
}

async function search(tx: Tx, query: ListQuery, text: string): Promise<Found[]> {
  const fragment = searchable(text);
  const grams = gramsOf(text);
  // One character is in half of all matters; the index holds pairs.
  if ([...fragment].length < 2 || !grams.length)
    return refuse('matter.search-too-short', {}, { status: 400, pointer: 'q' });
  // The area's own name is among a matter's words, so it narrows the search by the same index.
  return searchMatters(tx, query, [...grams, ...gramsOf(query.area ?? '')], fragment);
}
