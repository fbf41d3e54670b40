import type { Uuid } from '../kernel/index.ts';
import { sealAct, type SealedAct } from '../ledger/index.ts';
import type { Mechanism } from '../mechanism/index.ts';
import { project } from './life/project.rules.ts';
import type { MatterAct } from './life/effect.rules.ts';
import type { MatterState } from './life/state.rules.ts';
import type { Saved } from './matter-rows.store.ts';

/** An act bound to the chain, and the matter after it. */
export type Sealed = { act: SealedAct; decided: MatterAct; state: MatterState; saved: (mechanism: Mechanism) => Saved };

/** Binds a decided act to the hash before it. The stage that it led to is kept with it, for the same answer ever after. */
export function seal(city: number, matter: Uuid, prev: string | null, decided: MatterAct, state: MatterState): Sealed {
  const { id, seq, kind, seat, unit, given, effects, veils } = decided;
  const payload = { effects, given, stage: state.stage, unit, ...(veils && { veils }) };
  const sealed = sealAct(prev, { city, stream: matter, seq, id, kind, seat, at: new Date(decided.at) }, payload);
  const saved = (mechanism: Mechanism): Saved => ({
    rows: project(state, mechanism),
    updatedAt: state.updatedAt,
    seq,
    hash: sealed.hash,
    state: JSON.stringify(state),
  });
  return { act: sealed, decided, state, saved };
}
