import type { Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { changedOf } from './changed.rules.ts';
import { listingWrites } from './pressing/listing.store.ts';
import { writePublished } from './answers/published.store.ts';
import type { MatterRows } from './life/project.rules.ts';
import { stateOf, type MatterState } from './life/state.rules.ts';
import {
  ASSIGNMENT,
  assignmentRecord,
  CLOCK,
  clockRecord,
  orInfinity,
  records,
  type Saved,
} from './matter-rows.store.ts';
import { changedTargets, summedAt } from './targets/target-rows.rules.ts';
import { moveTargets, writeTargets } from './targets/target.store.ts';
import { sameFact } from './facts/fact.rules.ts';
import { writeFact } from './facts/fact.store.ts';

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
    insert into assignment (city, matter, unit, mechanism, sealed, part, stance, phase, stage, area, bounces, due_at, todo, todo_at, for_head, meets_on)
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

const wordsOfUnits = {
  name: 'matter.words-of-units',
  text: 'update matter_words set units = $3 where city = $1 and matter = $2',
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
  const [summed, was] = [summedAt(m), summedAt(before.matter)];
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
        summed,
        rows: changedTargets(next.rows.targets, before.targets),
      },
    ]),
    ...(next.rows.targets.length === 0 || (summed.open === was.open && summed.area === was.area)
      ? []
      : [moveTargets(tx, city, id, summed)]),
    writePublished(tx, city, id, next.rows.published, before.published),
    ...(m.units.join() === before.matter.units.join() ? [] : [tx.run(wordsOfUnits, [city, id, m.units])]),
    // What is sealed is counted nowhere.
    ...(m.sealed || sameFact(next.rows.fact, before.fact)
      ? []
      : [writeFact(tx, city, id, next.rows.fact, next.updatedAt)]),
    tx.run(update, [city, id, ...head]),
  ]);
}

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
