import { dayOf, dueAfterPause, pausedLeft, type Day, type Uuid } from '../../kernel/index.ts';
import { marksIn, personalLeft } from '../answers/personal-left.rules.ts';
import type { Checked } from './ask.rules.ts';
import { heldFrom } from './clocks.rules.ts';
import type { Effect } from './effect.rules.ts';
import type { ListedPromise } from './state-parts.rules.ts';
import type { MatterState } from './state.rules.ts';

/** Whether clocks of the matter stand still once these effects have followed. */
function standsStill({ clocks }: MatterState, effects: readonly Effect[]): boolean {
  const key = (c: { clock: string; unit: Uuid | null }): string => `${c.clock} ${c.unit}`;
  const held = new Set(clocks.filter((c) => c.stoppedAt === null && c.paused !== null).map(key));
  for (const effect of effects)
    if (effect.do === 'hold') held.add(key(effect));
    else if (effect.do === 'run' || effect.do === 'stop') held.delete(key(effect));
  return held.size > 0;
}

/**
 * What these effects do to the deadline of what stands on the public list: it stands still while the matter does, and is as many working
 * days later when that goes on, as its clocks are.
 */
export function listedStandsStill(
  state: MatterState,
  { now, calendar }: Pick<Checked, 'now' | 'calendar'>,
  effects: readonly Effect[],
): Effect[] {
  const { listed } = state;
  if (!listed || effects.some((effect) => effect.do === 'delist')) return [];
  const still = standsStill(state, effects);
  if (still && !listed.paused) {
    const from = heldFrom({ due: listed.until }, now, calendar);
    return [{ do: 'listed-hold', paused: pausedLeft(calendar, from, listed.until) }];
  }
  if (still || !listed.paused) return [];
  return [{ do: 'listed-run', until: dueAfterPause(calendar, dayOf(now), listed.paused) }];
}

/**
 * Whether everybody may read a unit's promise on the public list: nothing in it may tell who somebody is, by what an answer for everybody is
 * looked at. Nobody looks at it before, so what is doubtful is not shown. `hidden`: what is hidden anywhere in the matter, and which
 * enterprises raised it.
 */
export const promiseIsOpen = (text: string, hidden: readonly string[] = []): boolean =>
  personalLeft(text, hidden, 'taken').length === 0 && marksIn([text]).length === 0;

/** What the unit that leads has promised, as the public reads it; null where it has promised nothing since that is kept. */
export function promisedOnList({ promise, units }: MatterState): ListedPromise | null {
  const lead = units.find((u) => u.part === 'lead')?.unit;
  if (!promise || promise.open === undefined || promise.unit !== lead) return null;
  return { text: promise.open ? promise.text : null, by: promise.due };
}

/** The day on which the unit that leads answered last; undefined where it has not. */
export function answeredOn({ units }: MatterState): Day | undefined {
  const lead = units.find((u) => u.part === 'lead');
  return lead?.stance === 'answered' ? dayOf(new Date(lead.since)) : undefined;
}
