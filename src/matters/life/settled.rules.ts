import type { Calendar, Uuid } from '../../kernel/index.ts';
import { phaseOf, ruleFor, stagesFor, type Mechanism } from '../../mechanism/index.ts';
import { startClocks, stopClocks } from './clocks.rules.ts';
import { disputed } from './disputed.rules.ts';
import type { Effect } from './effect.rules.ts';
import type { MatterState } from './state.rules.ts';

/** Under which file and calendar, and when. */
export type Settling = { readonly mechanism: Mechanism; readonly calendar: Calendar; readonly now: Date };

/**
 * What follows where judgements count no more because those who gave them were parted: a dispute that stood on these alone is over. The
 * matter goes back to where it stood before or, where others have judged it and are content, to where that leads; nobody is called back any more, and where
 * nobody has judged it the time to do so begins anew. Pure.
 */
export function settledWithout(
  host: MatterState,
  by: readonly Uuid[],
  { mechanism, calendar, now }: Settling,
): Effect[] {
  const evaluations = host.evaluations.filter((one) => !by.includes(one.by));
  const rule = ruleFor(mechanism, 'evaluate');
  if (!rule || host.stage !== rule.instead || !disputed(host) || disputed({ ...host, evaluations })) return [];
  const judged = evaluations.length > 0 && !host.listed ? rule.to : undefined;
  const to = judged ?? before(host, stagesFor(mechanism, 'evaluate'), rule.instead);
  if (to === undefined) return [];
  const phase = phaseOf(mechanism, to);
  const asks = (clock: string): boolean =>
    (mechanism.clocks[clock]?.from ?? []).some((kind) => kind === 'evaluate' || kind === 'callback');
  const stopped = stopClocks(host, now, (c) => (phase === 'closed' || asks(c.clock)) && 'release');
  const starting = { mechanism, kind: 'answer', units: [], matter: true, due: null, standing: null } as const;
  const anew = startClocks(host, { ...starting, now, calendar, way: [], green: host.green }).filter(
    (effect) => effect.do === 'start' && mechanism.clocks[effect.clock]?.until.includes('evaluate'),
  );
  return [{ do: 'stage', to, phase }, ...stopped, ...(phase === 'closed' || evaluations.length ? [] : anew)];
}

/** Of the stages from which it is judged the one entered last, but that in which it is disputed. */
function before({ entered }: MatterState, from: readonly string[], instead: string): string | undefined {
  const known = from.filter((stage) => stage !== instead && entered[stage] !== undefined);
  return known.toSorted((a, b) => entered[a]!.localeCompare(entered[b]!)).at(-1);
}
