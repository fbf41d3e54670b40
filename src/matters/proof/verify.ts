import { canonicalJson, problem, type Problem, type Uuid } from '../../kernel/index.ts';
import { rowsById, type Subject, type WholeStream } from '../../ledger/index.ts';
import { findFileFacts, type FileFacts } from '../../platform/files/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { foldAll } from '../life/fold.rules.ts';
import { findMechanism, getMechanism } from '../mechanisms/mechanism.store.ts';
import { project } from '../life/project.rules.ts';
import { LATER, type MatterState } from '../life/state.rules.ts';
import type { MatterAct } from '../life/effect.rules.ts';
import { factsOf } from '../facts/fact.rules.ts';
import { sameFacts } from '../facts/verify-facts.rules.ts';
import { sameTargets, summedAt, targetHistory } from '../targets/target-rows.rules.ts';
import { differingTable, type StoredRows } from './verify-rows.rules.ts';
import { findShortSeries, readRows, readSourceHashes } from './verify.store.ts';

/** Matters, for `huiyin verify`: folded anew from their acts and held against the tables. */
export const matterSubject: Subject = {
  opens: 'register',
  async check(tx, city, streams, within) {
    const { rows, astray } = await readRows(tx, city, within);
    const found = rowsById(this.opens, streams, rows);
    if (found.fault) return found.fault;
    const lives = streams.map((stream) => ({ stream, acts: stream.acts.map(actOf) }));
    const [files, sources] = await Promise.all([
      findFileFacts(tx, city, [...new Set(lives.flatMap(({ acts }) => attached(acts).map(({ file }) => file.id)))], {
        erasedToo: true,
      }),
      readSourceHashes(tx, city),
    ]);
    for (const { stream, acts } of lives) {
      const fault =
        (await checkMatter(tx, city, stream, acts, found.byId.get(stream.id)?.of, sources)) ??
        checkFiles(stream.id, acts, files);
      if (fault) return fault;
    }
    if (astray[0]) return problem('matter.verify-row-astray', { table: astray[0].table, matter: astray[0].id });
    const short = await findShortSeries(tx, city, within);
    return short ? problem('matter.verify-series-short', { ...short, last: short.last ?? 0 }) : null;
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
  const opening = acts[0]!.effects[0];
  // What opens no matter does not fit, and that is told below.
  const under = opening?.do === 'open' ? await findMechanism(tx, city, opening.mechanism, opening.version) : null;
  const facts = under && factsOf(under);
  const targets = targetHistory();
  try {
    state = foldAll(acts, (now) => {
      facts?.take(now);
      targets.take(now);
    });
  } catch (error) {
    return problem('matter.verify-act-does-not-fit', { ...where, what: (error as Error).message });
  }
  if (!row || !state) return problem('matter.verify-missing', where);
  const { number, mechanism, version } = state;
  const source = opening?.do === 'open' ? opening.source : undefined;
  if (source !== undefined && source !== sources.get(`${mechanism}/${version}`))
    return problem('matter.verify-mechanism-differs', { ...where, number, mechanism, version });
  const { matter } = row;
  if (matter.hash !== last.hash || matter.seq !== last.seq)
    return problem('matter.verify-head-differs', { ...where, number });
  if (!sameState(matter.state, state))
    return problem('matter.verify-state-differs', {
      ...where,
      number,
      field: firstDifference(matter.state, state) ?? '',
    });
  const rows = project(state, await getMechanism(tx, city, mechanism, version));
  const table = differingTable(row, state, rows);
  const counted = sameFacts(row.facts, state.sealed ? [] : (facts?.all ?? [])) ? null : 'facts';
  const differs = table ?? counted ?? (sameTargets(row.targets, targets.all, summedAt(rows.matter)) ? null : 'targets');
  return differs ? problem('matter.verify-projection-differs', { ...where, number, table: differs }) : null;
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

/** The files that acts attached; most attach none. */
function attached(acts: readonly MatterAct[]): { act: MatterAct; file: FileFacts }[] {
  const found: { act: MatterAct; file: FileFacts }[] = [];
  for (const act of acts)
    for (const effect of act.effects) if (effect.do === 'attach') found.push({ act, file: effect.file });
  return found;
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

/** Mostly the very text; the order of what stands in it may differ, as a person's act arrives in another order than it is kept in. */
const sameState = (stored: string, state: MatterState): boolean =>
  stored === JSON.stringify(state) || firstDifference(stored, state) === null;

/** The first field of the state that is stored otherwise, or not at all; null where none is. */
function firstDifference(stored: string, state: MatterState): string | null {
  const [before, now] = [
    { ...(LATER as Record<string, unknown>), ...fieldsOf(stored) },
    fieldsOf(canonicalJson(state)),
  ];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const same = (f: string): boolean => f in before && f in now && canonicalJson(before[f]) === canonicalJson(now[f]);
  return fields.find((f) => !same(f)) ?? null;
}

/** What somebody put there by hand need not even be JSON. */
function fieldsOf(json: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(json)) as Record<string, unknown>;
  } catch {
    return {};
  }
}
