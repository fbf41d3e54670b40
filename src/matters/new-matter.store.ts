import type { Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { writePublished } from './answers/published.store.ts';
import type { FactSince } from './facts/fact.rules.ts';
import { factRecord, firstFact, insertFacts } from './facts/fact.store.ts';
import { ASSIGNMENT, assignmentRecord, CLOCK, clockRecord, orInfinity, type Saved } from './matter-rows.store.ts';
import { listingWrites } from './pressing/listing.store.ts';
import { summedAt, type TargetSince } from './targets/target-rows.rules.ts';
import { writeTargets } from './targets/target.store.ts';

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
      insert into assignment (city, matter, unit, mechanism, sealed, part, stance, phase, stage, area, bounces, due_at, todo, todo_at, for_head, meets_on)
      select $1, r.* from json_to_recordset($3) as r (matter uuid, ${ASSIGNMENT})),
    clocks as (
      insert into clock (city, matter, n, clock, unit, started_at, due_at, paused_on, stopped_at, how)
      select $1, r.* from json_to_recordset($4) as r (matter uuid, ${CLOCK})),
    facts as (${insertFacts(6)})
    insert into matter_words (city, matter, words, grams, units, sealed)
    select $1, matter, words, array_to_tsvector(array(select json_array_elements_text(grams))), array(select json_array_elements_text(units)::uuid), sealed
    from json_to_recordset($5) as r (matter uuid, words text, grams json, units json, sealed boolean)`,
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
  const words = matters.map(({ id, words: text, grams, rows: { matter: m } }) => ({
    matter: id,
    words: text,
    grams,
    units: m.units,
    sealed: m.sealed,
  }));
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
    summed: summedAt(m.rows.matter),
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
