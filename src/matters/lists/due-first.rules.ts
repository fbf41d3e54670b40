import type { Uuid } from '../../kernel/index.ts';
import type { ActKind, Mechanism } from '../../mechanism/index.ts';
import { runsOut } from '../life/ends.rules.ts';
import type { ClockState } from '../life/state-parts.rules.ts';
import type { MatterState } from '../life/state.rules.ts';

/** The clock that a thing to do waits for: of the doer's open clocks the first to run out. */
export const dueFirst = ({ clocks }: Pick<MatterState, 'clocks'>, unit: Uuid | null): ClockState | undefined =>
  clocks
    .filter((c) => c.stoppedAt === null && c.unit === unit && c.seat === undefined && !c.lapses)
    .toSorted((a, b) => runsOut(a).getTime() - runsOut(b).getTime())[0];

/**
 * The act by which a unit meets what of its time runs out first: the one that begins that clock anew, else the one that its file names first
 * among those that stop it. Null where no clock runs, or where its mechanism does not know it any more. Striking off ends every clock, and
 * is no answer to one. Whether somebody may do it is said by the policy.
 */
export function stopsFirst(
  { clocks: rules }: Pick<Mechanism, 'clocks'>,
  state: Pick<MatterState, 'clocks'>,
  unit: Uuid,
): ActKind | null {
  const rule = rules[dueFirst(state, unit)?.clock ?? ''];
  if (!rule) return null;
  const stops = rule.until.filter((kind) => kind !== 'close');
  return stops.find((kind) => rule.from.includes(kind)) ?? stops[0] ?? null;
}
