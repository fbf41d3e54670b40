import { LAST_UUID, problem, uuidAfter, type Problem, type Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { readAll } from './act.store.ts';
import { checkAct, payloadOf, veilHash, veilsIn, type Hash, type StoredAct } from './chain.rules.ts';
import { ALL, holdStill, type Stretch } from './stretch.store.ts';

/** A stream with all its acts, each with what it carries. */
export type WholeStream = {
  readonly id: Uuid;
  readonly acts: readonly { readonly stored: StoredAct; readonly payload: unknown }[];
};

/** Something that has a chain of acts and tables made from them: a matter, a round, a bulletin. */
export type Subject = {
  /** The kind of the first act of such a stream. */
  readonly opens: string;
  /**
   * Makes the projections of these streams anew and compares them with the tables. They are all that there are in this
   * stretch: a row in it that belongs to none of them stands on no act. Answers with the first difference.
   */
  check(tx: Tx, city: number, streams: readonly WholeStream[], within: Stretch): Promise<Problem | null>;
};

export type Verified = { readonly acts: number; readonly streams: number; readonly fault: Problem | null };

type Reading = {
  id: Uuid;
  acts: { stored: StoredAct; payload: unknown }[];
  /** The veils that its acts have laid so far, the last over each act; and those that lie there. */
  laid: Map<Uuid, Hash>;
  lying: Map<Uuid, { hash: Hash; act: StoredAct }>;
};

/**
 * Streams are checked in groups of about this many acts: few enough that what was read of them is let go young, a tenth of
 * the time, and enough that a round trip for each table costs nothing.
 */
const GROUP = 2_000;

/**
 * Reads every act of the city, holds each against the one before it, folds each stream anew through its subject and
 * compares with the projections. Stops at the first fault and names it. Must begin its transaction: acts done meanwhile by
 * others would look like differences.
 */
export async function verifyLedger(tx: Tx, city: number, subjects: readonly Subject[]): Promise<Verified> {
  await holdStill(tx);
  return verifyStretch(tx, city, subjects, ALL);
}

/** As {@link verifyLedger}, of a stretch of the streams, in a transaction that holds still already. */
export async function verifyStretch(
  tx: Tx,
  city: number,
  subjects: readonly Subject[],
  within: Stretch,
): Promise<Verified> {
  let acts = 0;
  let streams = 0;
  /** From where each subject has still to be checked: one that has no streams for a while is asked less often. */
  const from = new Map(subjects.map((subject) => [subject, within.from]));
  let group: WholeStream[] = [];
  let inGroup = 0;
  let current: Reading | null = null;

  const close = async (upTo: Uuid): Promise<Problem | null> => {
    for (const subject of subjects) {
      const own = group.filter((s) => s.acts[0]!.stored.kind === subject.opens);
      if (own.length === 0 && upTo !== within.upTo) continue;
      const fault = await subject.check(tx, city, own, { from: from.get(subject)!, upTo });
      if (fault) return fault;
      if (upTo !== LAST_UUID) from.set(subject, uuidAfter(upTo));
    }
    const stray = group.find((s) => !subjects.some((subject) => subject.opens === s.acts[0]!.stored.kind));
    streams += group.length;
    group = [];
    inGroup = 0;
    return stray ? problem('ledger.unknown-subject', { stream: stray.id, kind: stray.acts[0]!.stored.kind }) : null;
  };

  for await (const batch of readAll(tx, city, within)) {
    for (const stored of batch) {
      let reading: Reading | null = current;
      if (!reading || stored.stream !== reading.id) {
        const astray = reading && veilAstray(reading);
        if (astray) return { acts, streams, fault: astray };
        if (reading) group.push(reading);
        if (reading && inGroup >= GROUP) {
          const fault = await close(reading.id);
          if (fault) return { acts, streams, fault };
        }
        reading = { id: stored.stream, acts: [], laid: new Map(), lying: new Map() };
        current = reading;
      }
      const checked = checkAct(reading.acts.at(-1)?.stored ?? null, stored);
      if (checked.fault) return { acts, streams, fault: checked.fault };
      for (const { act, hash } of veilsIn(checked.payload)) reading.laid.set(act, hash);
      reading.acts.push(
        stored.veil === null ? { stored, payload: checked.payload } : under(stored.veil, stored, reading),
      );
      acts++;
      inGroup++;
    }
  }
  const astray = current && veilAstray(current);
  if (astray) return { acts, streams, fault: astray };
  if (current) group.push(current);
  const fault = await close(within.upTo);
  return { acts, streams, fault };
}

/** An act as it is read through its veil: what is made of the acts is made of that. */
function under(veil: string, stored: StoredAct, { lying }: Reading): Reading['acts'][number] {
  const shown = { ...stored, body: veil };
  lying.set(stored.id, { hash: veilHash(veil), act: stored });
  // What does not fit its act is no veil of it, whatever hash is named for it.
  try {
    return { stored: shown, payload: payloadOf(shown) };
  } catch {
    lying.set(stored.id, { hash: '', act: stored });
    return { stored, payload: payloadOf(stored) };
  }
}

/** The first veil of a stream that none of its acts has laid as it lies, or that is gone; null where there is none. */
function veilAstray({ acts, laid, lying }: Reading): Problem | null {
  const at = ({ stream, seq, id, kind }: StoredAct) => problem('ledger.veil-differs', { stream, seq, id, kind });
  for (const [id, { hash, act }] of lying) if (laid.get(id) !== hash) return at(act);
  for (const [id] of laid) {
    const bare = lying.has(id) ? undefined : acts.find(({ stored }) => stored.id === id);
    if (bare) return at(bare.stored);
  }
  return null;
}

/** Rows of a projection by their ids; or the fault of the first that belongs to none of the streams, which are all. */
export function rowsById<R extends { readonly id: Uuid }>(
  opens: string,
  streams: readonly WholeStream[],
  rows: readonly R[],
): { readonly fault: Problem } | { readonly fault: null; readonly byId: ReadonlyMap<Uuid, R> } {
  const ids = new Set(streams.map((stream) => stream.id));
  const stray = rows.find((row) => !ids.has(row.id));
  if (stray) return { fault: problem('ledger.row-without-acts', { opens, id: stray.id }) };
  return { fault: null, byId: new Map(rows.map((row) => [row.id, row])) };
}
