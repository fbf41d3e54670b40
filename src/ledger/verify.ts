import { problem, type Problem, type Uuid } from '../kernel/index.ts';
import type { Tx } from '../platform/postgres/index.ts';
import { holdStill, readAll } from './act.store.ts';
import { checkAct, type StoredAct } from './chain.rules.ts';

/** A stream with all its acts, each with what it carries. */
export type WholeStream = {
  readonly id: Uuid;
  readonly acts: readonly { readonly stored: StoredAct; readonly payload: unknown }[];
};

/** Something that has a chain of acts and tables made from them: a matter, a round, a bulletin. */
export type Subject = {
  /** The kind of the first act of such a stream. */
  readonly opens: string;
  /** Makes the projections of these streams anew and compares them with the tables. Answers with the first difference. */
  check(tx: Tx, city: number, streams: readonly WholeStream[]): Promise<Problem | null>;
  /** How many of them the tables hold: one more than there are streams stands on no act. */
  count(tx: Tx, city: number): Promise<number>;
};

export type Verified = { readonly acts: number; readonly streams: number; readonly fault: Problem | null };

type Reading = { id: Uuid; acts: { stored: StoredAct; payload: unknown }[] };

/** Streams are checked in groups of about this many acts, so that comparing takes a few round trips and little memory. */
const GROUP = 10_000;

/**
 * Reads every act of the city, holds each against the one before it, folds each stream anew through its subject and
 * compares with the projections. Stops at the first fault and names it. `progress` hears the acts read so far. Must begin its
 * transaction: acts done meanwhile by others would look like differences.
 */
export async function verifyLedger(
  tx: Tx,
  city: number,
  subjects: readonly Subject[],
  progress: (acts: number) => void = () => undefined,
): Promise<Verified> {
  await holdStill(tx);
  const seen = new Map(subjects.map((subject) => [subject.opens, 0]));
  let acts = 0;
  let streams = 0;
  let group: WholeStream[] = [];
  let inGroup = 0;
  let current: Reading | null = null;

  const close = async (): Promise<Problem | null> => {
    for (const subject of subjects) {
      const own = group.filter((s) => s.acts[0]!.stored.kind === subject.opens);
      seen.set(subject.opens, seen.get(subject.opens)! + own.length);
      const fault = own.length ? await subject.check(tx, city, own) : null;
      if (fault) return fault;
    }
    const stray = group.find((s) => !seen.has(s.acts[0]!.stored.kind));
    streams += group.length;
    group = [];
    inGroup = 0;
    return stray ? problem('ledger.unknown-subject', { stream: stray.id, kind: stray.acts[0]!.stored.kind }) : null;
  };

  for await (const batch of readAll(tx, city)) {
    for (const stored of batch) {
      let reading: Reading | null = current;
      if (!reading || stored.stream !== reading.id) {
        if (reading) group.push(reading);
        if (inGroup >= GROUP) {
          const fault = await close();
          if (fault) return { acts, streams, fault };
        }
        reading = { id: stored.stream, acts: [] };
        current = reading;
      }
      const checked = checkAct(reading.acts.at(-1)?.stored ?? null, stored);
      if (checked.fault) return { acts, streams, fault: checked.fault };
      reading.acts.push({ stored, payload: checked.payload });
      acts++;
      inGroup++;
    }
    progress(acts);
  }
  if (current) group.push(current);
  const fault = (await close()) ?? (await strays(tx, city, subjects, seen));
  return { acts, streams, fault };
}

/** Rows of a projection that no stream accounts for. */
async function strays(
  tx: Tx,
  city: number,
  subjects: readonly Subject[],
  seen: ReadonlyMap<string, number>,
): Promise<Problem | null> {
  for (const subject of subjects) {
    const rows = await subject.count(tx, city);
    const found = seen.get(subject.opens) ?? 0;
    if (rows !== found) return problem('ledger.rows-without-acts', { opens: subject.opens, rows, streams: found });
  }
  return null;
}
