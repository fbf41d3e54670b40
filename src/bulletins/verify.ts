import { canonicalJson, problem, type Problem } from '../kernel/index.ts';
import { findCheckpoint, rowsById, type Checkpoint, type Subject, type WholeStream } from '../ledger/index.ts';
import { PUBLISH } from './bulletin.acts.ts';
import type { BulletinView } from './contract.ts';
import { findShortSeries, readStored, type StoredBulletin } from './verify.store.ts';

/**
 * Bulletins, for `huiyin verify`: the document that the page shows is the one that was published, the list says of it what
 * it says itself, and the checkpoint that it was counted at is there and the same.
 */
export const bulletinSubject: Subject = {
  opens: PUBLISH,
  async check(tx, city, streams, within) {
    const rows = rowsById(this.opens, streams, await readStored(tx, city, within));
    if (rows.fault) return rows.fault;
    for (const stream of streams) {
      const { seal, number } = stream.acts[0]!.payload as BulletinView;
      const fault =
        checkRow(stream, rows.byId.get(stream.id)) ??
        (seal && checkSeal(stream, number, seal, await findCheckpoint(tx, city, seal.checkpoint)));
      if (fault) return fault;
    }
    const short = await findShortSeries(tx, city, within);
    return short ? problem('matter.verify-series-short', short) : null;
  },
};

function checkRow({ id, acts }: WholeStream, found: StoredBulletin | undefined): Problem | null {
  const { stored, payload } = acts[0]!;
  const { published, number } = payload as BulletinView;
  const where = { bulletin: id, number, act: stored.id };
  if (!found || !published) return problem('bulletin.verify-missing', where);
  const differs = (field: string): Problem => problem('bulletin.verify-differs', { ...where, field });
  if (acts.length !== 1 || found.hash !== stored.hash || found.seq !== 1) return differs('hash');
  if (found.content !== canonicalJson(payload)) return differs('content');
  const said: Record<string, unknown> = { ...published, publishedAt: Date.parse(published.publishedAt) };
  const field = Object.keys(found.row).find((key) => found.row[key] !== said[key]);
  return field ? differs(field) : null;
}

function checkSeal(
  { id, acts }: WholeStream,
  number: string,
  seal: NonNullable<BulletinView['seal']>,
  found: Checkpoint | undefined,
): Problem | null {
  const where = { bulletin: id, number, act: acts[0]!.stored.id, n: seal.checkpoint };
  if (!found) return problem('bulletin.verify-checkpoint-missing', where);
  const same = found.root === seal.root && found.acts === seal.acts && found.at === seal.at;
  return same ? null : problem('bulletin.verify-checkpoint-differs', where);
}
