import { no, ok, problem, type Result, type Uuid } from '../../kernel/index.ts';
import type { Checked } from '../life/ask.rules.ts';
import type { Effect } from '../life/effect.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { GivenParty } from './parties.contract.ts';
import type { Appointing, Party, Impartiality } from './between-state.rules.ts';
import { conflictOf } from './conflict.rules.ts';
import { conflicted, type Impartials } from './conflicted.policy.ts';

/**
 * What stands between whoever must be impartial and parties that come in after them. `fresh`: those, numbered; `parties`: as given, with
 * names in the clear. Where nothing is known of them it is known no more of whoever is appointed that they are impartial.
 */
export function besideParties(
  { appointed }: Impartials,
  fresh: readonly Party[],
  parties: readonly GivenParty[],
  beside: readonly Appointing[],
): Omit<Extract<Effect, { do: 'parties' }>, 'do'> {
  const names = new Map(fresh.map(({ n }, i) => [n, [parties[i]!.name, parties[i]!.agent ?? []].flat()] as const));
  const against = (who: Appointing): number[] =>
    fresh.filter((party) => conflictOf([party], { ...who, names }, null).why).map(({ n }) => n);
  const conflicts = beside
    .map((who) => ({ seat: who.seat, parties: against(who) }))
    .filter((one) => one.parties.length);
  const mediates = beside.find(({ seat }) => seat === appointed?.seat);
  const unknown = mediates && conflictOf(fresh, { ...mediates, names }, null).impartial === 'unknown';
  return { ...(unknown ? { impartial: 'unknown' as const } : {}), ...(conflicts.length ? { conflicts } : {}) };
}

/** Decides that somebody may go on in spite of what was found; refuses `matter.clear-by-another` and `matter.no-conflict`. */
export function decideClear(state: MatterState, { given: { seat }, caller }: Checked<'clear'>): Result<Effect[]> {
  const pointer = '/given/seat';
  if (seat === caller.seat) return no(problem('matter.clear-by-another', {}, { pointer }));
  if (!conflicted(state).includes(seat)) return no(problem('matter.no-conflict', {}, { pointer }));
  return ok([{ do: 'clear', seat }]);
}

/**
 * Whoever declared an interest in a party is held back towards it, whatever was decided of them before: it is known now. Refuses
 * `matter.no-conflict` where they are not whom it concerns, or are held back by it already.
 */
export function decideRecuse(state: MatterState, { given: { seat, parties } }: Checked<'recuse'>): Result<Effect[]> {
  const who = [state.appointed, ...state.helpers].find((one) => one?.seat === seat);
  const fresh = parties.filter((n) => state.parties.some((p) => p.n === n) && !who?.conflicts?.includes(n));
  if (!who || !fresh.length) return no(problem('matter.no-conflict', {}, { pointer: '/given/seat' }));
  return ok([{ do: 'recuse', conflicts: [{ seat, parties: fresh }] }]);
}

/** Takes into a state what was found, or that it does not matter. */
export function foldConflicts(
  state: MatterState,
  effect: Extract<Effect, { do: 'parties' | 'clear' | 'recuse' }>,
): void {
  const after = <T extends Impartiality & { seat: Uuid }>(one: T): T => {
    if (effect.do === 'clear') return one.seat === effect.seat ? settled(one) : one;
    const found = effect.conflicts?.find(({ seat }) => seat === one.seat);
    return found ? { ...one, conflicts: [...(one.conflicts ?? []), ...found.parties] } : one;
  };
  if (state.appointed) state.appointed = after(state.appointed);
  state.helpers = state.helpers.map(after);
}

const settled = <T extends Impartiality>({ conflicts: _, ...one }: T): T => ({ ...one, cleared: true }) as T;
