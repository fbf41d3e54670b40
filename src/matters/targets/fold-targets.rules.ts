import type { Given } from '../life/given.contract.ts';
import type { Effect, MatterAct } from '../life/effect.rules.ts';
import type { MatterState } from '../life/state.rules.ts';

/** Takes into a state what is promised a quantity of, and what was measured of it. */
export function foldTargets(
  state: MatterState,
  effect: Extract<Effect, { do: 'target' | 'reading' }>,
  act: MatterAct,
): void {
  const made = { act: act.id, at: act.at };
  const had = state.targets.find(({ target }) => target === effect.target);
  if (effect.do === 'target') {
    const { do: _, ...promised } = effect;
    // What was measured of what was promised before was measured all the same.
    const next = { ...promised, ...made, readings: had?.readings ?? [] };
    state.targets = had ? state.targets.map((t) => (t === had ? next : t)) : [...state.targets, next];
    return;
  }
  if (!had) throw new Error(`nothing is promised of ${effect.target}`);
  const { reason = null, position = null, files = [] } = act.given as Given<'measure'>;
  const reading = {
    ...made,
    on: effect.on,
    value: effect.value,
    odd: effect.odd,
    reason,
    position,
    files: files.length,
  };
  // In the order of days; of one day, as they came.
  const next = had.readings.findIndex(({ on }) => on > effect.on);
  const readings = had.readings.toSpliced(next < 0 ? had.readings.length : next, 0, reading);
  state.targets = state.targets.map((t) => (t === had ? { ...t, readings } : t));
}
