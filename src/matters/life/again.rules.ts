import type { Ask, Checked } from './ask.rules.ts';
import { begin, effectsOf, notBefore } from './decide.rules.ts';
import type { Effect, MatterAct } from './effect.rules.ts';
import { Given } from './given.contract.ts';
import type { MatterState } from './state.rules.ts';

/** What follows by the file and the state, whatever was done. */
const BY_FILE: ReadonlySet<Effect['do']> = new Set<Effect['do']>([
  'stage',
  'start',
  'recur',
  'unrecur',
  'slip-answered',
  'lower',
  'delist',
  'listed-hold',
  'listed-run',
  'reckoned',
]);

/**
 * An act of the past as it was done, under the file that `ask` names: who did it and what it did itself are not judged again, as checks
 * hold for new acts; to which stage it leads and which clocks it stops and starts follow from the file. Pure; throws where what was done does
 * not fit the state.
 */
export function asDone(state: MatterState | null, ask: Ask, act: MatterAct): MatterAct {
  const given = Given[ask.kind].safeParse(ask.given);
  const checked = {
    ...ask,
    now: notBefore(state, ask.now),
    given: given.success ? given.data : ask.given,
    unit: state?.units.find(({ unit }) => unit === act.unit) ?? null,
  } as Checked;
  const own = act.effects.filter((effect) => !BY_FILE.has(effect.do) || effect.do === ask.kind);
  const found = state ? effectsOf(state, checked, own) : { ok: true as const, value: [...own, ...begin(checked)] };
  if (!found.ok) throw new Error(`what was done is judged again: ${found.problem.code}`);
  return { ...act, seq: (state?.seq ?? 0) + 1, effects: found.value };
}
