import { no, ok, problem, type Result, type Uuid } from '../../kernel/index.ts';
import type { Colleague } from '../../directory/index.ts';
import { mentioned } from '../life/telling.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import { mayRead, type ReadAbove } from '../matter.policy.ts';

/** Somebody mentioned, and all that decides what they may read: their role, their unit and those below it. */
export type Mentioned = Pick<Colleague, 'seat' | 'name' | 'role'> & { readonly units: readonly Uuid[] };

/**
 * Whether all whom an act calls by name may be: who has no seat any more hears of nothing, and who may not read the matter must
 * not hear of it by being named. `known`: those of them who hold a seat now; `above`: what decides who reads the matters
 * above it.
 */
export function checkMentions(
  given: Readonly<Record<string, unknown>>,
  known: readonly Mentioned[],
  matter: MatterState,
  above: readonly ReadAbove[] = [],
): Result<null> {
  const pointer = '/given/mentions';
  const gone = mentioned(given).filter((seat) => !known.some((one) => one.seat === seat));
  if (gone.length) return no(problem('matter.mention-gone', { n: gone.length }, { pointer }));
  const barred = known.filter((one) => !mayRead({ ...one, units: [...one.units] }, matter, above));
  if (!barred.length) return ok(null);
  return no(problem('matter.mention-may-not-read', { people: barred.map(({ name }) => name) }, { pointer }));
}
