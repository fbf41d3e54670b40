import { LAST_UUID, refuse, type Calendar, type Uuid } from '../../kernel/index.ts';
import {
  ables,
  apartBy,
  calendarOf,
  findMatters,
  findTold,
  mechanismsOf,
  MOST_COMPARED,
  rowOf,
  sharedStretches,
  type MatterState,
} from '../../matters/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { DuplicateCount, DuplicateGroup, DuplicatePage } from './contract.ts';
import { mayAsk, mayTellApart } from './duplicates.policy.ts';
import { countGroups, findGroups, findSearch, type KeptGroup } from './duplicates.store.ts';
import { joining } from './search.ts';
import { anyApart, splitApart, type Member } from './split.rules.ts';

/** Groups of a page, and how many are counted where somebody is only told that there are some. */
const PAGE = 20;
const COUNTED = 99;

/**
 * One page of what says nearly the same and is not joined, as it was found last; what was joined, struck off or told apart since is in none.
 *
 * @throws Refusal `duplicates.not-yours` (403) for whoever does not read all; `duplicates.no-joining` (404) for a mechanism whose matters
 * cannot be joined.
 */
export async function duplicatesPage(
  tx: Tx,
  caller: Caller,
  { mechanism: asked, after }: { mechanism?: string | undefined; after?: Uuid | undefined },
  now: Date,
): Promise<DuplicatePage> {
  mayAsk(caller);
  const all = await joining(tx, caller.city);
  const mechanisms = all.map(({ key, mechanism }) => ({ key, name: mechanism.name }));
  const chosen = asked === undefined ? all[0] : all.find(({ key }) => key === asked);
  if (asked !== undefined && !chosen) refuse('duplicates.no-joining', { key: asked }, { status: 404 });
  if (!chosen) return { mechanisms, mechanism: null, may: false, found: null, groups: [], next: null };
  const search = await findSearch(tx, caller.city, chosen.key);
  const { groups, next } = search
    ? await groupsFrom(tx, caller, chosen.key, after ?? null, PAGE, now)
    : { groups: [], next: null };
  return {
    mechanisms,
    mechanism: chosen.key,
    may: mayTellApart(chosen.mechanism, caller),
    found: search && { ...search, at: search.at.toISOString() },
    groups,
    next,
  };
}

/** How many groups there are, for whoever is to be told that there are some. */
export async function duplicatesCounted(tx: Tx, caller: Caller): Promise<DuplicateCount> {
  mayAsk(caller);
  const keys = (await joining(tx, caller.city)).map(({ key }) => key);
  const n = await countGroups(tx, caller.city, keys, COUNTED + 1);
  return { groups: Math.min(n, COUNTED), exact: n <= COUNTED };
}

/** Groups of a mechanism after a key, of what the caller may read. */
export async function groupsFrom(
  tx: Tx,
  caller: Caller,
  mechanism: string,
  after: Uuid | null,
  most: number,
  now: Date,
): Promise<{ groups: DuplicateGroup[]; next: Uuid | null }> {
  const rows = await findGroups(tx, caller.city, mechanism, after ?? LAST_UUID, most + 1);
  const shown = rows.slice(0, most);
  const ids = shown.flatMap(({ matters }) => matters);
  const states = await findMatters(tx, caller.city, ids);
  const apart = apartBy(await findTold(tx, caller.city, ids));
  const calendar = await calendarOf(tx, caller.city, now);
  const under = await mechanismsOf(tx, caller.city, [...states.values()]);
  const { unable } = await ables(tx, caller, { kind: 'join', ids: [...states.keys()] }, now);
  const why = new Map(unable.map(({ id, code, params }) => [id, { code, params }]));
  const seen = { states, under, why, now, calendar };
  const groups = shown.flatMap((row) => openParts(row, states, apart).map((part) => groupOf(part, seen)));
  return { groups, next: rows.length > most ? shown.at(-1)!.newest : null };
}

type Part = { readonly members: readonly Member[]; readonly more: number };

/** What of a group is open still; more than one where something was told apart after it was found. */
function openParts(
  { matters, size }: KeptGroup,
  states: ReadonlyMap<Uuid, MatterState>,
  apart: (one: Uuid, other: Uuid) => boolean,
): Part[] {
  const members = matters.flatMap((id): Member[] => {
    const state = states.get(id);
    if (!state || state.phase === 'closed' || state.sealed) return [];
    return [{ id, text: state.text.slice(0, MOST_COMPARED), parent: state.parent?.id ?? null }];
  });
  const parts = anyApart(members, apart) ? splitApart(members, apart) : [members];
  return parts
    .filter((part) => part.length > 1)
    .map((part, n) => ({ members: part, more: n === 0 ? size - matters.length : 0 }));
}

type Seen = {
  readonly states: ReadonlyMap<Uuid, MatterState>;
  readonly under: (of: MatterState) => Mechanism;
  readonly why: ReadonlyMap<Uuid, { code: string; params: Record<string, unknown> }>;
  readonly now: Date;
  readonly calendar: Calendar;
};

function groupOf({ members, more }: Part, { states, under, why, now, calendar }: Seen): DuplicateGroup {
  const of = (id: Uuid): MatterState => states.get(id)!;
  // In which others go on already, it stays; else what was there first, which is furthest on its way.
  const ordered = members.toSorted(({ id: a }, { id: b }) => {
    const gathered = of(b).gathered.length - of(a).gathered.length;
    return gathered || Date.parse(of(a).registeredAt) - Date.parse(of(b).registeredAt) || of(a).n - of(b).n;
  });
  const first = ordered[0]!;
  const matters = ordered.map((member, n) => {
    const state = of(member.id);
    const held = state.gathered.length > 0 ? { code: 'matter.others-are-joined', params: {} } : null;
    return {
      row: rowOf(member.id, state, now, calendar, { kind: 'overseer' }, under(state)),
      shared: n === 0 ? [] : sharedStretches(first.text, member.text),
      gathered: state.gathered.length,
      unable: why.get(member.id) ?? held,
    };
  });
  // Of what nobody is known to have raised, nobody knows whether it was the same.
  const raised = ordered.map(({ id }) => of(id).originators.map((one) => one.id));
  const raisers = new Set(raised.flat()).size;
  const oneRaiser = raised[0]!.some((one) => raised.every((by) => by.includes(one)));
  return { key: members[0]!.id, matters, raisers, oneRaiser, more };
}
