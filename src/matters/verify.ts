import { canonicalJson, problem, type Problem, type Uuid } from '../kernel/index.ts';
import { rowsById, type Subject, type WholeStream } from '../ledger/index.ts';
import { findFileFacts, type FileFacts } from '../platform/files/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { foldAll } from './fold.rules.ts';
import { getMechanism } from './mechanism.store.ts';
import { project } from './project.rules.ts';
import type { MatterAct, MatterState } from './state.rules.ts';
import { asTexts } from './verify-rows.rules.ts';
import { readRows, readSourceHashes, type StoredRows } from './verify.store.ts';
import { wordsOf } from './words.rules.ts';

/** Matters, for `huiyin verify`: folded anew from their acts and held against the tables. */
export const matterSubject: Subject = {
  opens: 'register',
  async check(tx, city, streams, within) {
    const rows = rowsById(this.opens, streams, await readRows(tx, city, within));
    if (rows.fault) return rows.fault;
    const lives = streams.map((stream) => ({ stream, acts: stream.acts.map(actOf) }));
    const [files, sources] = await Promise.all([
      findFileFacts(tx, city, [...new Set(lives.flatMap(({ acts }) => attached(acts).map(({ file }) => file.id)))]),
      readSourceHashes(tx, city),
    ]);
    for (const { stream, acts } of lives) {
      const fault =
        (await checkMatter(tx, city, stream, acts, rows.byId.get(stream.id), sources)) ??
        checkFiles(stream.id, acts, files);
      if (fault) return fault;
    }
    return null;
  },
};

async function checkMatter(
  tx: Tx,
  city: number,
  stream: WholeStream,
  acts: readonly MatterAct[],
  row: StoredRows | undefined,
  sources: ReadonlyMap<string, string>,
): Promise<Problem | null> {
  const last = stream.acts.at(-1)!.stored;
  const where = { matter: stream.id, seq: last.seq };
  let state: MatterState | null;
  try {
    state = foldAll(acts);
  } catch (error) {
    return problem('matter.verify-act-does-not-fit', { ...where, what: (error as Error).message });
  }
  if (!row || !state) return problem('matter.verify-missing', where);
  const { number, mechanism, version } = state;
  const opening = acts[0]!.effects[0];
  const source = opening?.do === 'open' ? opening.source : undefined;
  if (source !== undefined && source !== sources.get(`${mechanism}/${version}`))
    return problem('matter.verify-mechanism-differs', { ...where, number, mechanism, version });
  if (row.hash !== last.hash || row.seq !== last.seq)
    return problem('matter.verify-head-differs', { ...where, number });
  if (!sameState(row.state, state))
    return problem('matter.verify-state-differs', { ...where, number, field: firstDifference(row.state, state) });
  const table = differingTable(
    row,
    state,
    asTexts(state, project(state, await getMechanism(tx, city, mechanism, version))),
  );
  return table ? problem('matter.verify-projection-differs', { ...where, number, table }) : null;
}

/** The first table that does not say what the acts say; null where all do. */
function differingTable(row: StoredRows, state: MatterState, texts: ReturnType<typeof asTexts>): string | null {
  for (const table of ['matter', 'assignments', 'clocks'] as const) if (row[table] !== texts[table]) return table;
  const { words, grams } = wordsOf(state);
  if (row.words !== words || !sameSet(row.grams ? row.grams.split(' ') : [], grams)) return 'words';
  const files = state.files.map((f) => f.id);
  return sameSet(row.files, files) ? null : 'attachments';
}

/** The first file that is not in the table what it was when it was attached. */
function checkFiles(matter: Uuid, acts: readonly MatterAct[], files: ReadonlyMap<Uuid, FileFacts>): Problem | null {
  for (const { act, file } of attached(acts)) {
    const now = files.get(file.id);
    const where = { matter, act: act.id, kind: act.kind, seq: act.seq, file: file.id, name: file.name };
    if (!now) return problem('matter.verify-file-missing', where);
    const field = (['name', 'size', 'sha256'] as const).find((key) => now[key] !== file[key]);
    if (field) return problem('matter.verify-file-differs', { ...where, field, was: file[field], is: now[field] });
  }
  return null;
}

const attached = (acts: readonly MatterAct[]): { act: MatterAct; file: FileFacts }[] =>
  acts.flatMap((act) => act.effects.flatMap((effect) => (effect.do === 'attach' ? [{ act, file: effect.file }] : [])));

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

/** Mostly the very text; the order of what stands in it may differ, as a person's act arrives in another order than it is kept in. */
const sameState = (stored: string, state: MatterState): boolean =>
  stored === JSON.stringify(state) || canonicalJson(JSON.parse(stored)) === canonicalJson(state);

function firstDifference(stored: string, state: MatterState): string {
  const before = JSON.parse(stored) as Record<string, unknown>;
  const now = JSON.parse(canonicalJson(state)) as Record<string, unknown>;
  const fields = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return fields.find((f) => JSON.stringify(before[f]) !== JSON.stringify(now[f])) ?? '';
}
