import { canonicalJson, problem, type Problem, type Uuid } from '../kernel/index.ts';
import type { Subject, WholeStream } from '../ledger/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import type { OpenRound } from './contract.ts';
import { foldAll } from './fold.rules.ts';
import { getMechanism } from './mechanism.store.ts';
import { project, type MatterRows } from './project.rules.ts';
import { OPEN_ROUND } from './round.acts.ts';
import type { MatterAct, MatterState } from './state.rules.ts';
import { wordsOf } from './words.rules.ts';
import { countMatters, countRounds, readRoundRows, readRows, type StoredRows } from './verify.store.ts';

/** Matters, for `huiyin verify`: folded anew from their acts and held against the tables. */
export const matterSubject: Subject = {
  opens: 'register',
  count: countMatters,
  async check(tx, city, streams) {
    const stored = new Map(
      (
        await readRows(
          tx,
          city,
          streams.map((s) => s.id),
        )
      ).map((row) => [row.id, row]),
    );
    for (const stream of streams) {
      const fault = await checkMatter(tx, city, stream, stored.get(stream.id));
      if (fault) return fault;
    }
    return null;
  },
};

async function checkMatter(
  tx: Tx,
  city: number,
  stream: WholeStream,
  row: StoredRows | undefined,
): Promise<Problem | null> {
  const last = stream.acts.at(-1)!.stored;
  const where = { matter: stream.id, seq: last.seq };
  let state: MatterState | null;
  try {
    state = foldAll(stream.acts.map(actOf));
  } catch (error) {
    return problem('matter.verify-act-does-not-fit', { ...where, what: (error as Error).message });
  }
  if (!row || !state) return problem('matter.verify-missing', where);
  if (row.hash !== last.hash || row.seq !== last.seq)
    return problem('matter.verify-head-differs', { ...where, number: state.number });
  if (!sameState(row.state, state))
    return problem('matter.verify-state-differs', {
      ...where,
      number: state.number,
      field: firstDifference(row.state, state),
    });
  const differs = (table: string): Problem =>
    problem('matter.verify-projection-differs', { ...where, number: state.number, table });
  const texts = asTexts(project(state, await getMechanism(tx, city, state.mechanism, state.version)));
  for (const table of ['matter', 'assignments', 'clocks'] as const)
    if (compact(row[table]) !== texts[table]) return differs(table);
  const { words, grams } = wordsOf(state);
  if (row.words !== words || !sameSet(row.grams ? row.grams.split(' ') : [], grams)) return differs('words');
  if (
    !sameSet(
      row.files,
      state.files.map((f) => f.id),
    )
  )
    return differs('attachments');
  return null;
}

function actOf({ stored, payload }: WholeStream['acts'][number]): MatterAct {
  const { effects, given, unit } = payload as Pick<MatterAct, 'effects' | 'given' | 'unit'>;
  return {
    id: stored.id,
    seq: stored.seq,
    kind: stored.kind,
    at: stored.at.toISOString(),
    seat: stored.seat,
    unit,
    given,
    effects,
  };
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean => {
  const [a, b] = [new Set(one), new Set(other)];
  return a.size === b.size && one.every((each) => b.has(each));
};

/** The rows in the form in which `readRows` reads the tables. */
function asTexts({ matter: m, assignments, clocks }: MatterRows): Record<'matter' | 'assignments' | 'clocks', string> {
  const byUnit = assignments.toSorted((a, b) => (a.unit < b.unit ? -1 : 1));
  return {
    matter: JSON.stringify([
      m.stage,
      m.phase,
      m.area,
      m.lead,
      m.units,
      m.openToCity,
      endOf(m.dueAt),
      m.todo,
      endOf(m.todoAt),
    ]),
    assignments: JSON.stringify(
      byUnit.map((a) => [
        a.unit,
        a.part,
        a.stance,
        a.phase,
        a.stage,
        a.area,
        a.bounces,
        endOf(a.dueAt),
        a.todo,
        endOf(a.todoAt),
      ]),
    ),
    clocks: JSON.stringify(
      clocks.map((c) => [
        c.n,
        c.clock,
        c.unit,
        inCity(c.startedAt),
        inCity(c.dueAt),
        c.pausedOn,
        c.stoppedAt && inCity(c.stoppedAt),
        c.how,
      ]),
    ),
  };
}

const endOf = (instant: string | null): string => (instant === null ? 'infinity' : inCity(instant));

/** An instant as PostgreSQL writes it into JSON: in the city's time, without zeros at the end of a second's fraction. */
function inCity(instant: string): string {
  let text = written.get(instant);
  if (text === undefined) {
    const local = new Date(Date.parse(instant) + SHANGHAI_MS).toISOString();
    if (written.size >= MOST_WRITTEN) written.clear();
    written.set(instant, (text = `${local.replace(/\.?0*Z$/, '')}+08:00`));
  }
  return text;
}
const SHANGHAI_MS = 8 * 3_600_000;
/** A matter's clocks share their moments, and a day's matters their deadlines. */
const written = new Map<string, string>();
const MOST_WRITTEN = 10_000;

/** PostgreSQL writes white space into JSON that it makes; a text within is not touched, as it is parsed and written anew. */
const compact = (json: string): string => JSON.stringify(JSON.parse(json));

/** Mostly the very text; the order of what stands in it may differ, as a person's act arrives in another order than it is kept in. */
const sameState = (stored: string, state: MatterState): boolean =>
  stored === JSON.stringify(state) || canonicalJson(JSON.parse(stored)) === canonicalJson(state);

function firstDifference(stored: string, state: MatterState): string {
  const before = JSON.parse(stored) as Record<string, unknown>;
  const now = JSON.parse(canonicalJson(state)) as Record<string, unknown>;
  const fields = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return fields.find((f) => JSON.stringify(before[f]) !== JSON.stringify(now[f])) ?? '';
}

/** Rounds, for `huiyin verify`. */
export const roundSubject: Subject = {
  opens: OPEN_ROUND,
  count: countRounds,
  async check(tx, city, streams) {
    const stored = new Map(
      (
        await readRoundRows(
          tx,
          city,
          streams.map((s) => s.id),
        )
      ).map((row) => [row.id, row]),
    );
    return streams.map((stream) => checkRound(stream, stored.get(stream.id))).find((fault) => fault !== null) ?? null;
  },
};

function checkRound(
  stream: WholeStream,
  row: { id: Uuid; seq: number; hash: string; rows: string } | undefined,
): Problem | null {
  const { stored, payload } = stream.acts[0]!;
  const { given, version } = payload as { given: Omit<OpenRound, 'items'>; version: number };
  const { mechanism, year, number, name, heldOn, attendees, draft } = given;
  const expected = canonicalJson([mechanism, version, year, number, name, heldOn, attendees, draft ?? null]);
  if (row?.hash === stored.hash && canonicalJson(JSON.parse(row.rows)) === expected && stream.acts.length === 1)
    return null;
  return problem('matter.verify-round-differs', { round: stream.id, number });
}
