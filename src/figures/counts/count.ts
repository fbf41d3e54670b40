import {
  addDays,
  dayOf,
  isDay,
  refuse,
  refuseOffCalendar,
  workdaysBetween,
  type Calendar,
  type Day,
  type Uuid,
} from '../../kernel/index.ts';
import { isSettled } from '../../ledger/index.ts';
import {
  calendarOf,
  countCounted,
  countDays,
  countedMatters,
  countMarks,
  findSpan,
  getNewestMechanism,
  newestMechanisms,
  type FactQuery,
  type Ordinals,
  type Split,
} from '../../matters/index.ts';
import type { Mechanism, Test } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { mayHearAll, mayKnowEnterprises } from './access.rules.ts';
import { enterprisesOf, groupingOf, wayOf, type Grouping } from './breakdown.ts';
import {
  NONE,
  type Behind,
  type BehindQuery,
  type Breakdown,
  type Countable,
  type Counted,
  type FigureQuery,
} from './count.contract.ts';
import { PERIODS } from './period.rules.ts';
import {
  definitionOf,
  figuresOf,
  maskOf,
  valueOf,
  withoutKept,
  type Figure,
  type Kind,
  type Took,
} from './count.rules.ts';

const PAGE = 50;

/** What a seat may count, and by what. */
export async function countable(tx: Tx, caller: Caller): Promise<Countable> {
  const all = await newestMechanisms(tx, caller.city);
  const withFigures = all.filter(({ mechanism }) => Object.keys(mechanism.figures ?? {}).length > 0);
  const rows = await Promise.all(
    withFigures.map(async ({ key, mechanism }) => ({
      key,
      name: mechanism.name,
      span: await findSpan(tx, caller.city, key),
      by: breakdownsOf(mechanism, caller),
      ranking: mechanism.ranking?.every ?? null,
      channels: mechanism.channels ?? {},
    })),
  );
  return { rows };
}

function breakdownsOf({ scheme, channels, originators }: Mechanism, { role }: Caller): Breakdown[] {
  return [
    'unit',
    ...(scheme ? (['category'] as const) : []),
    ...(channels ? (['channel'] as const) : []),
    ...(originators && mayKnowEnterprises(role) ? (['size', 'place'] as const) : []),
    ...PERIODS,
  ];
}

/**
 * The figures of a mechanism over the matters counted in a span of days, whole and broken down. The numbers are every seat’s, but for
 * judgements that are kept from the units (see {@link withoutKept}); what stands behind them is not (see {@link behind}). Refuses a mechanism that has no figures, and a moment or days that are no such.
 */
export async function countFigures(tx: Tx, caller: Caller, query: FigureQuery, now: Date): Promise<Counted> {
  const { key, mechanism, figures, facts, at } = await questionOf(tx, caller, query, now);
  const { by } = query;
  if (by && !breakdownsOf(mechanism, caller).includes(by))
    refuse('figures.by-not-yours', { by }, { status: 403, pointer: '?by' });
  const grouping = by && (await groupingOf(tx, facts, mechanism, { ...query, by }));
  const under: Under = { tx, facts, figures, calendar: await calendarOf(tx, caller.city, now), until: dayOf(now) };
  // A matter is in one group and no other: the whole is added up from the groups, and nothing is counted twice.
  const parts = await countedBy(under, grouping?.split ?? null);
  const [whole] = valuesOf(under, parts, WHOLE);
  const groups = grouping ? valuesOf(under, parts, grouping) : [];
  return {
    mechanism: { key, name: mechanism.name, countedBy: mechanism.countedBy ?? 'registered' },
    from: query.from,
    to: query.to,
    asOf: at.toISOString(),
    settled: await isSettled(tx, at, now),
    figures: figures.map(definitionOf),
    whole: whole?.values ?? [],
    groups,
    way: await wayOf(tx, caller.city, mechanism, query.category),
  };
}

/** The matters behind one side of a figure. Those that the caller may not read are counted, and not shown. */
export async function behind(tx: Tx, caller: Caller, query: BehindQuery, now: Date): Promise<Behind> {
  const { figures, facts } = await questionOf(tx, caller, query, now);
  const figure = figures.find(({ key }) => key === query.figure);
  if (!figure) return refuse('figures.unknown', { figure: query.figure }, { status: 404, pointer: '?figure' });
  const { part, of, left } = figure.tests;
  const side = query.side === 'left' ? left : [query.side === 'of' ? of : part];
  const tests = side.filter((test): test is Test => test !== null);
  const bounced = query.side === 'part' ? (figure.rule.sum ?? null) : null;
  const which = { tests, bounced };
  const { all, readable } = await countCounted(tx, facts, which);
  const listed = await countedMatters(tx, caller, facts, { ...which, after: query.after, limit: PAGE }, now);
  return { figure: definitionOf(figure), all, readable, ...listed };
}

type Question = { key: string; mechanism: Mechanism; figures: Figure[]; facts: FactQuery; at: Date };

/** What is asked, with what the city has for it. Refuses a mechanism that has no figures, and a moment or days that are no such. */
export async function questionOf(tx: Tx, caller: Caller, query: FigureQuery, now: Date): Promise<Question> {
  const { city } = caller;
  if (caller.role === 'originator') return refuse('figures.seats-only', {}, { status: 403 });
  const { key, mechanism } = await getNewestMechanism(tx, city, query.mechanism);
  const all = figuresOf(mechanism.figures ?? {});
  const figures = mayHearAll(caller.role) ? all : withoutKept(all);
  if (figures.length === 0)
    return refuse('figures.none', { name: mechanism.name }, { status: 404, pointer: '?mechanism' });
  if (query.from > query.to)
    refuse('figures.days-turned', { from: query.from, to: query.to }, { status: 400, pointer: '?to' });
  // Up to whenever, but from a day that there is.
  refuseOffCalendar({ '?from': query.from });
  const asOf = query.asOf === undefined ? null : new Date(query.asOf);
  if (asOf && asOf > now)
    refuse('figures.in-the-future', { asOf: asOf.toISOString() }, { status: 400, pointer: '?asOf' });
  if ((query.size ?? query.place) !== undefined && !mayKnowEnterprises(caller.role))
    refuse('figures.by-not-yours', { by: 'size' }, { status: 403, pointer: '?size' });
  const plain: FactQuery = {
    city,
    mechanism: key,
    from: query.from,
    to: query.to,
    asOf,
    unit: orNone<Uuid>(query.unit),
    category: orNone(query.category),
    channel: orNone(query.channel),
  };
  const facts = { ...plain, enterprises: await enterprisesOf(tx, plain, query) };
  return { key, mechanism, figures, facts, at: asOf ?? now };
}

const orNone = <T extends string>(text: T | undefined): T | null | undefined => (text === NONE ? null : text);

type Under = { tx: Tx; facts: FactQuery; figures: readonly Figure[]; calendar: Calendar; until: Day };
const WHOLE: Omit<Grouping, 'split'> & { readonly split: null } = {
  split: null,
  of: () => null,
  name: () => null,
  below: () => false,
  order: () => 0,
};

/** What was counted, by the keys that the facts are told apart by: kinds of marks, and of each figure of days how long matters took. */
type Parts = {
  readonly kinds: readonly (Kind & { key: string | null })[];
  readonly took: ReadonlyMap<string, readonly (Took & { key: string | null })[]>;
};

async function countedBy(under: Under, split: Split | null): Promise<Parts> {
  const { tx, facts, figures } = under;
  const kinds = await countMarks(tx, facts, {
    split,
    mask: maskOf(figures),
    sums: figures.some(({ rule }) => rule.sum),
    amounts: figures.some(({ rule }) => rule.sum === 'amount'),
  });
  return { kinds, took: await tookBy(under, split) };
}

function valuesOf(
  { figures }: Under,
  { kinds, took }: Parts,
  { of, name, below, order, split }: Grouping | typeof WHOLE,
) {
  const byGroup = grouped(kinds, of);
  const tookOf = new Map(figures.map(({ key }) => [key, grouped(took.get(key) ?? [], of)]));
  const none: readonly (string | null)[] = split === null ? [null] : [];
  return [...new Set([...none, ...byGroup.keys()])].toSorted(order).map((group) => ({
    key: group,
    name: name(group),
    below: below(group),
    values: figures.map((figure) =>
      valueOf(figure, byGroup.get(group) ?? [], tookOf.get(figure.key)?.get(group) ?? []),
    ),
  }));
}

function grouped<T extends { key: string | null }>(rows: readonly T[], of: Grouping['of']): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>();
  for (const row of rows) push(groups, of(row.key), row);
  return groups;
}

/** How long matters took, by figure; figures of the same days and matters are asked once. */
async function tookBy({ tx, facts, figures, calendar, until }: Under, split: Split | null): Promise<Parts['took']> {
  const found = new Map<string, (Took & { key: string | null })[]>();
  const asked = new Map<string, (Took & { key: string | null })[]>();
  for (const { key, rule, tests } of figures) {
    const [between, test] = [rule.workdays, tests.part];
    if (!between || !test) continue;
    const name = JSON.stringify([between, test]);
    const ordinals = ordinalsOf(calendar, facts.from, until);
    const rows = asked.get(name) ?? (await countDays(tx, facts, { split, test, between, ordinals }));
    asked.set(name, rows);
    found.set(
      key,
      rows.filter(({ days }) => days !== null),
    );
  }
  return found;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** What is counted in a span may have begun well before it. */
const BEFORE_DAYS = 1100;
/** Working days are known from here on. */
const CALENDAR_FROM: Day = '2000-01-01';

function ordinalsOf(calendar: Calendar, from: Day, until: Day): Ordinals {
  const before = addDays(from, -BEFORE_DAYS);
  const first = before > CALENDAR_FROM ? before : CALENDAR_FROM;
  const at: number[] = [];
  const last = until > from ? until : from;
  for (let day = first; day <= last && isDay(day); day = addDays(day, 1))
    at.push(workdaysBetween(calendar, first, day));
  return { first, at };
}
