import type { Uuid } from '../../kernel/index.ts';
import { readStreams, type StoredAct } from '../../ledger/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { fold } from '../life/fold.rules.ts';
import { mattersOfRound } from '../lists/list.store.ts';
import { matterAct } from '../receipt.ts';
import { getMechanism } from '../mechanisms/mechanism.store.ts';
import type { MatterState } from '../life/state.rules.ts';

/**
 * A round's matters as they were at a moment: folded from the acts done up to `at` (and covered by the checkpoint whose
 * `horizon` is given). A matter registered later is not among them.
 */
export async function mattersAsOf(
  tx: Tx,
  city: number,
  round: Uuid,
  at: Date,
  horizon: string | null,
): Promise<{ id: Uuid; state: MatterState; mechanism: Mechanism }[]> {
  const ids = (await mattersOfRound(tx, city, round)).map((m) => m.id);
  const states = new Map<Uuid, MatterState>();
  for (const stored of await readStreams(tx, city, ids, at, horizon))
    states.set(stored.stream, foldOne(states, stored));
  return Promise.all(
    [...states].map(async ([id, state]) => ({
      id,
      state,
      mechanism: await getMechanism(tx, city, state.mechanism, state.version),
    })),
  );
}

const foldOne = (states: ReadonlyMap<Uuid, MatterState>, stored: StoredAct): MatterState =>
  fold(states.get(stored.stream) ?? null, matterAct(stored));
