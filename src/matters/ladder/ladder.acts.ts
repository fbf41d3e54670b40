import type { Uuid } from '../../kernel/index.ts';
import type { Mechanism, Rung } from '../../mechanism/index.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import { lockMatter } from '../matter.store.ts';
import { getMechanism, listVersions } from '../mechanisms/mechanism.store.ts';

/** The ladder of one clock in one version of a mechanism. */
export type Ladder = { mechanism: string; version: number; clock: string; rungs: readonly Rung[] };

/** Every ladder that a matter of the city may stand under: those of old versions too, as matters stay on theirs. */
export async function findLadders(tx: Tx, city: number): Promise<Ladder[]> {
  const found: Ladder[] = [];
  for (const { key, version } of await listVersions(tx, city)) {
    const { ladder = {} } = await getMechanism(tx, city, key, version);
    for (const [clock, rungs] of Object.entries(ladder)) found.push({ mechanism: key, version, clock, rungs });
  }
  return found;
}

/** A matter as it is, its row locked until the transaction ends, and the mechanism that it stands under. */
export async function lockWithMechanism(
  tx: Tx,
  city: number,
  id: Uuid,
): Promise<{ state: MatterState; mechanism: Mechanism } | undefined> {
  const held = await lockMatter(tx, city, id);
  if (!held) return undefined;
  const { state } = held;
  return { state, mechanism: await getMechanism(tx, city, state.mechanism, state.version) };
}
