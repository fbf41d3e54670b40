import { canonicalJson, problem, type Problem } from '../../kernel/index.ts';
import { rowsById, type Subject, type WholeStream } from '../../ledger/index.ts';
import type { OpenRound } from './round.contract.ts';
import { OPEN_ROUND } from './round.acts.ts';
import { readRoundRows, readSourceHashes, type StoredRound } from '../proof/verify.store.ts';

/** Rounds, for `huiyin verify`: what the table says of a meeting is what was said when it was opened. */
export const roundSubject: Subject = {
  opens: OPEN_ROUND,
  async check(tx, city, streams, within) {
    const rows = rowsById(this.opens, streams, await readRoundRows(tx, city, within));
    if (rows.fault || streams.length === 0) return rows.fault;
    const sources = await readSourceHashes(tx, city);
    for (const stream of streams) {
      const fault = checkRound(stream, rows.byId.get(stream.id), sources);
      if (fault) return fault;
    }
    return null;
  },
};

/** What the act that opens a round holds; who opened it, and the hash of the mechanism's text, since these are kept. */
type Opened = {
  given: Omit<OpenRound, 'items'>;
  matters: string[];
  version: number;
  openedBy?: string;
  source?: string;
};

function checkRound(
  { id, acts }: WholeStream,
  found: StoredRound | undefined,
  sources: ReadonlyMap<string, string>,
): Problem | null {
  const { stored, payload } = acts[0]!;
  const { given, matters, version, openedBy, source } = payload as Opened;
  const { mechanism, year, number } = given;
  const differs = (field: string): Problem =>
    problem('matter.verify-round-differs', { round: id, act: stored.id, year, number, field });
  if (!found) return problem('matter.verify-round-missing', { round: id, act: stored.id, year, number });
  if (acts.length !== 1 || found.hash !== stored.hash) return differs('hash');
  if (source !== undefined && source !== sources.get(`${mechanism}/${version}`)) return differs('mechanism.source');
  const { items: _, id: __, ...said } = given as OpenRound;
  const expected: Record<string, unknown> = {
    ...said,
    version,
    draft: given.draft ?? null,
    openedBy: openedBy ?? found.row['openedBy'],
    seq: 1,
    at: stored.at.getTime(),
  };
  const field = Object.keys(found.row).find((key) => canonicalJson(found.row[key]) !== canonicalJson(expected[key]));
  if (field) return differs(field);
  // More may have been registered in it since; none of these can have gone.
  const gone = matters.find((matter) => !found.matters.includes(matter));
  if (gone) return problem('matter.verify-round-lacks', { round: id, act: stored.id, year, number, matter: gone });
  const { series, n, last } = found;
  return last < n ? problem('matter.verify-series-short', { series, n, last }) : null;
}
