import { canonicalJson, problem, type Problem, type Uuid } from '../kernel/index.ts';
import type { Noun } from './entry.acts.ts';
import { entryAct, step } from './entry.rules.ts';
import { readEntries, type StoredEntry } from './entry.store.ts';
import { rowsById, type Subject, type WholeStream } from './verify.ts';

/** A noun of the register, for `huiyin verify`: folded anew from its acts and held against its entry and its tables. */
export const entrySubject = <S>(noun: Noun<S>): Subject => ({
  opens: noun.opens,
  async check(tx, city, streams, within) {
    const rows = rowsById(noun.opens, streams, await noun.read(tx, city, within));
    if (rows.fault) return rows.fault;
    const entries = rowsById(noun.opens, streams, await readEntries(tx, city, noun.name, within));
    if (entries.fault) return entries.fault;
    for (const stream of streams) {
      const row = rows.byId.get(stream.id);
      const fault = checkEntry(noun, stream, entries.byId.get(stream.id), row && [row.state, row.beside ?? null]);
      if (fault) return fault;
    }
    return null;
  },
});

function checkEntry<S>(
  noun: Noun<S>,
  { id, acts }: WholeStream,
  entry: StoredEntry | undefined,
  row: unknown,
): Problem | null {
  const last = acts.at(-1)!.stored;
  const where: { noun: string; entry: Uuid; seq: number } = { noun: noun.name, entry: id, seq: last.seq };
  let state: S | null = null;
  for (const { stored } of acts) {
    try {
      state = step(noun.fold, state, entryAct(stored));
    } catch (error) {
      return problem('ledger.entry-act-does-not-fit', { ...where, seq: stored.seq, what: (error as Error).message });
    }
  }
  if (!entry) return problem('ledger.entry-missing', where);
  if (entry.hash !== last.hash || entry.seq !== last.seq) return problem('ledger.entry-head-differs', where);
  if (state === null || canonicalJson(JSON.parse(entry.state)) !== canonicalJson(state))
    return problem('ledger.entry-state-differs', where);
  const beside = noun.beside?.(state) ?? null;
  return canonicalJson(row ?? null) === canonicalJson([state, beside])
    ? null
    : problem('ledger.entry-rows-differ', where);
}
