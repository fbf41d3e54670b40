import type { Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { changedOf } from './changed.rules.ts';
import { listingWrites } from './pressing/listing.store.ts';
import { writePublished } from './answers/published.store.ts';
import type { AssignmentRow, ClockRow, MatterRows } from './life/project.rules.ts';
import { stateOf, type MatterState } from './life/state.rules.ts';
import { changedTargets, type TargetSince } from './targets/target-rows.rules.ts';
import { writeTargets } from './targets/target.store.ts';
import { sameFact, type FactSince } from './facts/fact.rules.ts';
import { factRecord, firstFact, insertFacts, writeFact } from './facts/fact.store.ts';

/** A matter as stored: its state, and the hash that the next act binds to (hexadecimal). */
export type StoredMatter = { readonly state: MatterState; readonly hash: string };

type Held = { state: string; hash: string };
const parse = (row: Held | undefined): StoredMatter | undefined => row && { state: stateOf(row.state), hash: row.hash };

const lock = {
  name: 'matter.lock',
  text: `select state, encode(hash, 'hex') as hash from matter where city = $1 and id = $2 for update`,
};
const find = {
  name: 'matter.find',
  text: `select state, encode(hash, 'hex') as hash from matter where city = $1 and id = $2`,
};

/** The matter, its row locked until the transaction ends; undefined where there is none that the caller may read. */
export const lockMatter = async (tx: Tx, city: number, id: Uuid): Promise<StoredMatter | undefined> =>
  parse((await tx.run<Held>(lock, [city, id]))[0]);

/** As {@link lockMatter}, without the lock. */
export const findMatter = async (tx: Tx, city: number, id: Uuid): Promise<StoredMatter | undefined> =>
  parse((await tx.run<Held>(find, [city, id]))[0]);

/** Columns that JSON records carry into the tables of projections; `infinity` stands for no deadline. */
const ASSIGNMENT = `unit uuid, part text, stance text, phase text, stage text, area text, bounces integer, due_at timestamptz, todo text, todo_at timestamptz, for_head boolean, meets_on date`;
const CLOCK = `n integer, clock text, unit uuid, started_at timestamptz, due_at timestamptz, paused_on date, stopped_at timestamptz, how text`;

// Three statements and not one: most acts change no assignment and no clock, and setting up a statement's parts costs the
// server more than the row that they then write. All that an act needs travel together.
const update = {
  name: 'matter.update',
  text: `update matter set stage = $3, phase = $4, area = $5, lead = $6, units = $7, open_to_city = $8, due_at = $9, todo = $10,
      todo_at = $11, updated_at = $12, seq = $13, hash = decode($14, 'hex'), state = $15, confidential = $16, paused = $17,
      bounces = $18, originators = $19, listed = $20, raised_to = $21, raised_at = $22, slip = $23, helpers = $24,
      recurs_on = $25, green = $26
    where city = $1 and id = $2`,
};
const updateAssignments = {
  name: 'matter.update-assignments',
  text: `with gone as (delete from assignment where city = $1 and matter = $2 and unit = any ($3::uuid[]))
    insert into assignment (city, matter, unit, part, stance, phase, stage, area, bounces, due_at, todo, todo_at, for_head, meets_on)
    select $1, $2, r.* from json_to_recordset($4) as r (${ASSIGNMENT})
    on conflict (city, matter, unit) do update set part = excluded.part, stance = excluded.stance, phase = excluded.phase,
      stage = excluded.stage, area = excluded.area, bounces = excluded.bounces, due_at = excluded.due_at, todo = excluded.todo, todo_at = excluded.todo_at,
      for_head = excluded.for_head, meets_on = excluded.meets_on`,
};
const updateClocks = {
  name: 'matter.update-clocks',
  text: `insert into clock (city, matter, n, clock, unit, started_at, due_at, paused_on, stopped_at, how)
    select $1, $2, r.* from json_to_recordset($3) as r (${CLOCK})
    on conflict (city, matter, n) do update set unit = excluded.unit, due_at = excluded.due_at, paused_on = excluded.paused_on,
      stopped_at = excluded.stopped_at, how = excluded.how`,
};

/** Writes what an act changed: the matter's row, and of the assignments and clocks only those that differ. */
export async function updateMatter(tx: Tx, city: number, id: Uuid, next: Saved, before: MatterRows): Promise<void> {
  const { matter: m, assignments, clocks } = next.rows;
  const gone = before.assignments.filter((a) => !assignments.some((b) => b.unit === a.unit)).map((a) => a.unit);
  const parts = changedOf(assignments, before.assignments);
  // Stopped ones first: where a unit takes another's place, its own clock must have stopped before that one bears its name.
  const moved = changedOf(clocks, before.clocks).toSorted((a, b) => Number(!a.stoppedAt) - Number(!b.stoppedAt));
  const dates = [orInfinity(m.dueAt), m.todo, orInfinity(m.todoAt), next.updatedAt];
  const flags = [
    m.confidential,
    m.paused,
    m.bounces,
    m.originators,
    m.listed,
    m.raisedTo,
    orInfinity(m.raisedAt),
    m.slip,
    m.helpers,
    m.recursOn,
    m.green,
  ];
  const head = [
    m.stage,
    m.phase,
    m.area,
    m.lead,
    m.units,
    m.openToCity,
    ...dates,
    next.seq,
    next.hash,
    next.state,
    ...flags,
  ];
  // The matter last: the act may take it out of the sight of whoever does it, and its clocks with it.
  await Promise.all([
    ...(gone.length || parts.length
      ? [tx.run(updateAssignments, [city, id, gone, records(parts, assignmentRecord)])]
      : []),
    ...(moved.length ? [tx.run(updateClocks, [city, id, records(moved, clockRecord)])] : []),
    ...listingWrites(tx, city, id, next.rows.listing, before.listing),
    writeTargets(tx, city, [
      {
        matter: id,
        mechanism: next.rows.fact.mechanism,
        at: next.updatedAt,
        rows: changedTargets(next.rows.targets, before.targets),
      },
    ]),
    writePublished(tx, city, id, next.rows.published, before.published),
    ...(m.units.join() === before.matter.units.join() ? [] : [tx.run(wordsOfUnits, [city, id, m.units])]),
    // What is sealed is counted nowhere.
    ...(m.sealed || sameFact(next.rows.fact, before.fact)
      ? []
      : [writeFact(tx, city, id, next.rows.fact, next.updatedAt)]),
    tx.run(update, [city, id, ...head]),
  ]);
}

/** What is written of a matter after its newest act: `state` is JSON, `hash` hexadecimal. */
export type Saved = { rows: MatterRows; updatedAt: string; seq: number; hash: string; state: string };
/** A matter written for the first time. */
export type NewMatter = Saved & {
  id: Uuid;
  mechanism: string;
  version: number;
  number: string;
  n: number;
  round: Uuid | null;
  words: string;
  grams: readonly string[];
  /** What it counted as from its first act on; left out where it has but begun. */
  facts?: readonly FactSince[];
  /** What it promised and what was measured, from its first act on; left out likewise. */
  promised?: readonly TargetSince[];
};

const insert = {
  name: 'matter.insert',
  text: `with head as (
      insert into matter (city, id, mechanism, version, number, n, round, stage, phase, area, lead, units, open_to_city, due_at,
        todo, todo_at, updated_at, seq, hash, state, confidential, paused, bounces, registered_at, originators, parent, catalogue, item, sealed, helpers,
        recurs_on, green, listed, raised_to, raised_at, slip)
      select $1, id, mechanism, version, number, n, round, stage, phase, area, lead, array(select json_array_elements_text(units)::uuid),
        open_to_city, due_at, todo, todo_at, updated_at, seq, decode(hash, 'hex'), state, confidential, paused, bounces, registered_at,
        array(select json_array_elements_text(originators)::uuid), parent, catalogue, item, sealed,
        array(select json_array_elements_text(helpers)::uuid), recurs_on, green,
        listed, raised_to, raised_at, slip
      from json_to_recordset($2) as r (id uuid, mechanism text, version integer, number text, n integer, round uuid, stage text,
        phase text, area text, lead uuid, units json, open_to_city boolean, due_at timestamptz, todo text,
        todo_at timestamptz, updated_at timestamptz, seq integer, hash text, state text, confidential boolean, paused boolean,
        bounces integer, registered_at timestamptz, originators json, parent uuid, catalogue text, item text,
        sealed boolean, helpers json, recurs_on date, green boolean, listed boolean, raised_to uuid,
        raised_at timestamptz, slip text)),
    parts as (
      insert into assignment (city, matter, unit, part, stance, phase, stage, area, bounces, due_at, todo, todo_at, for_head, meets_on)
      select $1, r.* from json_to_recordset($3) as r (matter uuid, ${ASSIGNMENT})),
    clocks as (
      insert into clock (city, matter, n, clock, unit, started_at, due_at, paused_on, stopped_at, how)
      select $1, r.* from json_to_recordset($4) as r (matter uuid, ${CLOCK})),
    facts as (${insertFacts(6)})
    insert into matter_words (city, matter, words, grams, units)
    select $1, matter, words, array_to_tsvector(array(select json_array_elements_text(grams))), array(select json_array_elements_text(units)::uuid)
    from json_to_recordset($5) as r (matter uuid, words text, grams json, units json)`,
};

/** Writes new matters, one or hundreds, in one round trip. */
export async function insertMatters(tx: Tx, city: number, matters: readonly NewMatter[]): Promise<void> {
  const heads = matters.map(
    ({ rows: { matter: m }, words: _, grams: __, facts: ___, promised: ____, updatedAt, ...rest }) => ({
      ...rest,
      stage: m.stage,
      phase: m.phase,
      area: m.area,
      lead: m.lead,
      units: m.units,
      open_to_city: m.openToCity,
      due_at: orInfinity(m.dueAt),
      todo: m.todo,
      todo_at: orInfinity(m.todoAt),
      registered_at: m.registeredAt,
      updated_at: updatedAt,
      confidential: m.confidential,
      paused: m.paused,
      bounces: m.bounces,
      originators: m.originators,
      sealed: m.sealed,
      helpers: m.helpers,
      parent: m.parent,
      catalogue: m.catalogue,
      item: m.item,
      recurs_on: m.recursOn,
      green: m.green,
      listed: m.listed,
      raised_to: m.raisedTo,
      raised_at: orInfinity(m.raisedAt),
      slip: m.slip,
    }),
  );
  const parts = matters.flatMap((m) => m.rows.assignments.map((a) => ({ matter: m.id, ...assignmentRecord(a) })));
  const clocks = matters.flatMap((m) => m.rows.clocks.map((c) => ({ matter: m.id, ...clockRecord(c) })));
  const words = matters.map((m) => ({ matter: m.id, words: m.words, grams: m.grams, units: m.rows.matter.units }));
  const facts = matters.flatMap((m) =>
    m.rows.matter.sealed
      ? []
      : m.facts
        ? m.facts.map((fact, i) => factRecord(m.id, fact, m.facts![i + 1]?.since ?? null))
        : [firstFact(m.id, m.rows.fact, m.updatedAt)],
  );
  const targets = matters.map((m) => ({
    matter: m.id,
    mechanism: m.mechanism,
    at: m.updatedAt,
    rows: m.promised ?? m.rows.targets,
  }));
  await Promise.all([
    tx.run(insert, [city, ...[heads, parts, clocks, words, facts].map((list) => JSON.stringify(list))]),
    writeTargets(tx, city, targets),
    // A life that is brought in whole may have come as far as the public list, or a published answer.
    ...matters.flatMap(({ id, rows }) => [
      ...listingWrites(tx, city, id, rows.listing, null),
      writePublished(tx, city, id, rows.published, null),
    ]),
  ]);
}

const wordsOfUnits = {
  name: 'matter.words-of-units',
  text: 'update matter_words set units = $3 where city = $1 and matter = $2',
};

const reword = {
  name: 'matter.reword',
  text: 'update matter_words set words = $3, grams = array_to_tsvector($4::text[]) where city = $1 and matter = $2',
};

/** Replaces the words by which a matter is found, after a correction. */
export async function rewordMatter(
  tx: Tx,
  city: number,
  id: Uuid,
  words: string,
  grams: readonly string[],
): Promise<void> {
  await tx.run(reword, [city, id, words, grams]);
}

const number = {
  name: 'matter.number',
  text: `insert into number_series as s (city, series, last) values ($1, $2, $3)
    on conflict (city, series) do update set last = s.last + excluded.last returning last`,
};

/** Takes the next `count` numbers of a series; returns the first. The series stays locked until the transaction ends. */
export async function takeNumbers(tx: Tx, city: number, series: string, count: number): Promise<number> {
  const [row] = await tx.run<{ last: number }>(number, [city, series, count]);
  return row!.last - count + 1;
}

const orInfinity = (instant: string | null): string => instant ?? 'infinity';

const assignmentRecord = (a: AssignmentRow): Record<string, unknown> => ({
  unit: a.unit,
  part: a.part,
  stance: a.stance,
  phase: a.phase,
  stage: a.stage,
  area: a.area,
  bounces: a.bounces,
  due_at: orInfinity(a.dueAt),
  todo: a.todo,
  todo_at: orInfinity(a.todoAt),
  for_head: a.forHead,
  meets_on: a.meetsOn,
});
const clockRecord = (c: ClockRow): Record<string, unknown> => ({
  n: c.n,
  clock: c.clock,
  unit: c.unit,
  started_at: c.startedAt,
  due_at: c.dueAt,
  paused_on: c.pausedOn,
  stopped_at: c.stoppedAt,
  how: c.how,
});
const records = <R>(rows: readonly R[], record: (row: R) => Record<string, unknown>): string =>
  JSON.stringify(rows.map(record));
