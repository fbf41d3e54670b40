import { canonicalJson, type Uuid } from '../../src/kernel/index.ts';
import { factsOf } from '../../src/matters/facts/fact.rules.ts';
import { factRecord } from '../../src/matters/facts/fact.store.ts';
import { foldAll } from '../../src/matters/life/fold.rules.ts';
import { wordsOf } from '../../src/matters/life/words.rules.ts';
import type { Pool } from '../../src/platform/postgres/index.ts';
import { numberFor } from '../../src/mechanism/index.ts';
import { live, MECHANISM, mechanism, type Life } from './lives.ts';
import { CITY, UNIT_COUNT, unitId } from './people.ts';
import { plan, TEXTS, type Planned, type Week } from './plan.ts';
import { texts } from './texts.ts';

/**
 * Writes the city's rounds and matters: some thousand different lives are lived by the rules, and the server multiplies
 * them, putting in each matter's own units, number and words. They have no acts before the ones that the bench does: lists
 * and searches read none. Constraints hold by construction, so their triggers rest; indexes are made at the end.
 */
export async function fill(owner: Pool, count: number, now: Date, say: (what: string) => void): Promise<void> {
  const { weeks, rounds, matters } = plan(count, now);
  say(`planned ${matters.length} matters in ${rounds.length} rounds`);
  const client = await owner.connect();
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB';
      set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 1`);
    const run = (text: string, values: unknown[] = []) => client.query(text, values);
    const indexes = (await run(INDEXES)).rows as { name: string; definition: string }[];
    for (const { name } of indexes) await run(`drop index ${name}`);
    await run(STAGING);
    await run(insertTexts, [JSON.stringify(worded())]);
    await run(insertRounds, [
      CITY,
      MECHANISM,
      JSON.stringify(rounds.map((r) => ({ ...r, held: weeks[r.week]!.meeting.heldOn }))),
    ]);
    const lives = new Map<string, number>();
    for (let from = 0; from < matters.length; from += CHUNK) {
      const chunk = matters.slice(from, from + CHUNK);
      await run(insertLives, [JSON.stringify(newLives(lives, chunk, weeks, now))]);
      const planned = chunk.map((m) => {
        const round = rounds[m.round]!;
        const number = numberFor(mechanism, { year: round.year, round: round.number, n: m.n });
        const { words, grams } = asSearched(m.id, number, '', '');
        const own = { number, words: words.trim(), grams, round: round.id, units: m.units.map(unitId) };
        return { ...m, life: lives.get(lifeKey(m)), ...own };
      });
      await run('truncate bench_matter');
      await run(insertPlanned, [JSON.stringify(planned)]);
      await run(insertMatters, [CITY, MECHANISM]);
      await run(insertAssignments, [CITY, MECHANISM]);
      await run(insertClocks, [CITY]);
      await run(insertWords, [CITY]);
      await run(insertFacts, [CITY, MECHANISM]);
      say(`${from + chunk.length} matters`);
    }
    for (const { name, definition } of indexes) {
      await run(definition);
      say(`index ${name}`);
    }
    await run('drop table bench_text, bench_life, bench_matter');
  } finally {
    client.release(true);
  }
}

const CHUNK = 20_000;
const TABLES = ['matter', 'assignment', 'clock', 'matter_words', 'matter_fact'];
const INDEXES = `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where i.indrelid = any ('{${TABLES.join(',')}}'::regclass[])
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`;

const STAGING = `create unlogged table bench_text (n integer primary key, area text, text text, words text,
    grams text[]);
  create unlogged table bench_life (n integer primary key, state text, stage text, phase text, due_at timestamptz, todo text,
    todo_at timestamptz, updated_at timestamptz, seq integer, paused boolean, bounces integer, registered_at timestamptz,
    assignments json, clocks json, fact json);
  create unlogged table bench_matter (id uuid, life integer, number text, n integer, round uuid, text integer, units uuid[],
    words text, grams text[], confidential boolean)`;

const asSearched = (id: Uuid, number: string, area: string, text: string) =>
  wordsOf(id, { number, area, text, mechanism: MECHANISM });
// What each matter has of its own, its time among it, comes with the matter.
const worded = () =>
  texts(TEXTS).map(({ area, text }, n) => {
    const { words, grams } = asSearched(NO_ROUND, '', area, text);
    return { n, area, text, words, grams: grams.filter((gram) => !gram.startsWith('@')) };
  });
const insertTexts = `insert into bench_text select n, area, text, words, array(select json_array_elements_text(grams))
  from json_to_recordset($1) as r (n integer, area text, text text, words text, grams json)`;

const insertRounds = `insert into round (city, id, mechanism, version, year, number, name, held_on, attendees, opened_by, seq, hash,
    created_at)
  select $1, id, $2, 1, year, number, '第' || number || '次重点工作周交办会议', held, '[]', '演示', 1, sha256(uuid_send(id)), held
  from json_to_recordset($3) as r (id uuid, year integer, number integer, held date)`;

// What stands in a life where each matter has its own.
const NO_UNITS: readonly Uuid[] = Array.from({ length: 4 }, (_, n) => unitId(UNIT_COUNT + n));
const NO_ROUND: Uuid = '00000000-0000-7000-8000-0000000a0a0d';
const NO_N = 987_654;

const lifeKey = (m: Planned): string => `${m.week} ${m.course} ${m.units.length} ${m.confidential}`;

/** Lives that no matter before this chunk has had. */
function newLives(known: Map<string, number>, chunk: readonly Planned[], weeks: readonly Week[], now: Date): unknown[] {
  const fresh = [];
  for (const m of chunk) {
    if (known.has(lifeKey(m))) continue;
    known.set(lifeKey(m), known.size);
    const { heldOn, year } = weeks[m.week]!.meeting;
    const { course, confidential } = m;
    const units = NO_UNITS.slice(0, m.units.length);
    const round = { id: NO_ROUND, number: 1 };
    const given = { city: CITY, units, heldOn, course, confidential, year, round, n: NO_N };
    fresh.push(lifeRow(known.get(lifeKey(m))!, live({ ...given, text: '§text§', area: '§area§' }, now)));
  }
  return fresh;
}

function lifeRow(n: number, { acts, state, rows: { matter, assignments, clocks } }: Life): unknown {
  const slot = (unit: Uuid | null): number | null => (unit === null ? null : NO_UNITS.indexOf(unit) + 1);
  const { stage, phase, dueAt, todo, todoAt } = matter;
  return {
    n,
    state: template(canonicalJson({ ...state, number: '§number§' })),
    stage,
    phase,
    todo,
    due_at: dueAt ?? 'infinity',
    todo_at: todoAt ?? 'infinity',
    updated_at: state.updatedAt,
    seq: state.seq,
    paused: state.paused,
    bounces: state.counts.bounces,
    registered_at: state.registeredAt,
    assignments: assignments.map((a) => ({
      slot: slot(a.unit),
      part: a.part,
      stance: a.stance,
      bounces: a.bounces,
      todo: a.todo,
      due_at: a.dueAt ?? 'infinity',
      todo_at: a.todoAt ?? 'infinity',
    })),
    clocks: clocks.map((c) => ({
      n: c.n,
      clock: c.clock,
      slot: slot(c.unit),
      started_at: c.startedAt,
      due_at: c.dueAt,
      paused_on: c.pausedOn,
      stopped_at: c.stoppedAt,
      how: c.how,
    })),
    fact: factNow(acts),
  };
}

/** What a matter counts as since its last act that changed that: what it counted as before is of no list and no ranking of now. */
function factNow(acts: Life['acts']): unknown {
  const facts = factsOf(mechanism);
  foldAll(acts, facts.take);
  return factRecord(NO_ROUND, facts.all.at(-1)!, null);
}

const insertLives = `insert into bench_life select * from json_to_recordset($1) as r (n integer, state text, stage text, phase text,
    due_at timestamptz, todo text, todo_at timestamptz, updated_at timestamptz, seq integer, paused boolean, bounces integer,
    registered_at timestamptz, assignments json, clocks json, fact json)`;
const insertPlanned = `insert into bench_matter
  select id, life, number, n, round, text, array(select json_array_elements_text(units)::uuid),
    words, array(select json_array_elements_text(grams)), confidential
  from json_to_recordset($1) as r (id uuid, life integer, number text, n integer, round uuid, text integer, units json,
    words text, grams json, confidential boolean)`;

/** A state with places for format(), which puts in all of a matter's own at one pass. */
function template(state: string): string {
  const own = ['§number§', '§text§', '§area§', `"n":${NO_N}`, NO_ROUND, ...NO_UNITS];
  return own.reduce((text, of, i) => text.replaceAll(of, `%${i + 1}$s`), state.replaceAll('%', '%%'));
}
const ownState = `format(l.state, m.number, t.text, t.area, '"n":' || m.n, m.round, m.units[1], m.units[2], m.units[3], m.units[4])`;

const insertMatters = `insert into matter (city, id, mechanism, version, number, n, round, stage, phase, area, lead, units, open_to_city,
    due_at, todo, todo_at, updated_at, seq, hash, state, confidential, paused, bounces, registered_at)
  select $1, m.id, $2, 1, m.number, m.n, m.round, l.stage, l.phase, t.area, m.units[1], m.units, not m.confidential,
    l.due_at, l.todo, l.todo_at, l.updated_at, l.seq, sha256(uuid_send(m.id)), ${ownState},
    m.confidential, l.paused, l.bounces, l.registered_at
  from bench_matter m join bench_life l on l.n = m.life join bench_text t on t.n = m.text`;
const insertAssignments = `insert into assignment (city, matter, unit, mechanism, sealed, part, stance, phase, stage, area, bounces, due_at, todo, todo_at)
  select $1, m.id, m.units[a.slot], $2, false, a.part, a.stance, l.phase, l.stage, t.area, a.bounces, a.due_at, a.todo, a.todo_at
  from bench_matter m join bench_life l on l.n = m.life join bench_text t on t.n = m.text,
    json_to_recordset(l.assignments) as a (slot integer, part text, stance text, bounces integer, due_at timestamptz, todo text, todo_at timestamptz)`;
const insertClocks = `insert into clock (city, matter, n, clock, unit, started_at, due_at, paused_on, stopped_at, how)
  select $1, m.id, c.n, c.clock, m.units[c.slot], c.started_at, c.due_at, c.paused_on, c.stopped_at, c.how
  from bench_matter m join bench_life l on l.n = m.life, json_to_recordset(l.clocks) as c (n integer, clock text, slot integer,
    started_at timestamptz, due_at timestamptz, paused_on date, stopped_at timestamptz, how text)`;
const insertFacts = `insert into matter_fact (city, matter, since, until, mechanism, lead, category, marks, bounces, returns, reopenings,
    registered_on, assigned_on, accepted_on, answered_on, closed_on, counted_on)
  select $1, m.id, f.since, 'infinity', $2, m.units[1], '{}', f.marks, f.bounces, f.returns, f.reopenings, f.registered_on,
    f.assigned_on, f.accepted_on, f.answered_on, f.closed_on, f.counted_on
  from bench_matter m join bench_life l on l.n = m.life, json_to_record(l.fact) as f (since timestamptz, marks bigint,
    bounces integer, returns integer, reopenings integer, registered_on date, assigned_on date, accepted_on date, answered_on date,
    closed_on date, counted_on date)`;
const insertWords = `insert into matter_words (city, matter, words, grams, units, sealed)
  select $1, m.id, m.words || t.words, array_to_tsvector(t.grams || m.grams), m.units, false
  from bench_matter m join bench_text t on t.n = m.text`;
