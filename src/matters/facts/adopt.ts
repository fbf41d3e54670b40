import type { Uuid } from '../../kernel/index.ts';
import { readAll } from '../../ledger/index.ts';
import type { SystemCaller, Tx } from '../../platform/postgres/index.ts';
import { foldAll } from '../life/fold.rules.ts';
import type { MatterAct } from '../life/effect.rules.ts';
import { matterAct } from '../receipt.ts';
import { findMechanism } from '../mechanisms/mechanism.store.ts';
import { factsOf } from './fact.rules.ts';
import { adoptFactRows, factRecord } from './fact.store.ts';

const BATCH = 2000;

/** Gives the matters of before there were facts theirs, from their acts. Returns how many facts it wrote. */
export async function adoptFacts(tx: Tx, { city }: SystemCaller): Promise<number> {
  let [stream, acts]: [Uuid | null, MatterAct[]] = [null, []];
  let records: Record<string, unknown>[] = [];
  let written = 0;
  const flush = async (): Promise<void> => {
    written += records.length;
    if (records.length) await adoptFactRows(tx, city, records);
    records = [];
  };
  const end = async (): Promise<void> => {
    if (stream !== null) records.push(...(await recordsOf(tx, city, stream, acts)));
    if (records.length >= BATCH) await flush();
  };
  for await (const batch of readAll(tx, city))
    for (const stored of batch) {
      if (stored.stream !== stream) {
        await end();
        [stream, acts] = [stored.stream, []];
      }
      // Rounds and the register are streams too, and no matters.
      if (stored.seq > 1 ? acts.length > 0 : stored.kind === 'register') acts.push(matterAct(stored));
    }
  await end();
  await flush();
  return written;
}

async function recordsOf(
  tx: Tx,
  city: number,
  matter: Uuid,
  acts: readonly MatterAct[],
): Promise<Record<string, unknown>[]> {
  const opening = acts[0]?.effects[0];
  const mechanism = opening?.do === 'open' ? await findMechanism(tx, city, opening.mechanism, opening.version) : null;
  // What is sealed is counted nowhere.
  if (!mechanism || mechanism.sealed) return [];
  const facts = factsOf(mechanism);
  foldAll(acts, facts.take);
  return facts.all.map((fact, i) => factRecord(matter, fact, facts.all[i + 1]?.since ?? null));
}
