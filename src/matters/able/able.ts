import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import { findChildren, waitsForChildren } from '../children/child.store.ts';
import { stagesNamed } from '../life/stage-names.rules.ts';
import { findMatters } from '../lookup.store.ts';
import { whyNot } from '../matter.policy.ts';
import { mechanismsOf } from '../mechanisms/mechanism.store.ts';
import type { Ables, AbleAsked, Unable } from './able.contract.ts';

/**
 * Which of these matters this seat may not do the act to now, and why: by the policy that a matter’s own page asks. One that is not
 * there, or not to be read, is among them as not found. Nothing is promised: the act itself is asked again when it is done.
 */
export async function ables(tx: Tx, caller: Caller, { kind, ids }: AbleAsked, now: Date): Promise<Ables> {
  const matters = await findMatters(tx, caller.city, ids);
  const mechanism = await mechanismsOf(tx, caller.city, [...matters.values()]);
  const waiting = [...matters].filter(([, state]) => waitsForChildren(mechanism(state), kind)).map(([id]) => id);
  const below = await findChildren(tx, waiting);
  const unable = ids.flatMap((id): Unable[] => {
    const state = matters.get(id);
    if (!state) return [{ id, code: 'matter.not-found', params: {} }];
    const under = mechanism(state);
    const why = whyNot(under, state, caller, kind, now, below(id));
    return why ? [{ id, code: why.code, params: { ...stagesNamed(why, under).params } }] : [];
  });
  return { unable };
}
