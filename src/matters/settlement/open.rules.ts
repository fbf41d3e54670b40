import type { Day } from '../../kernel/index.ts';
import { keptUntilMidnight, type Mechanism } from '../../mechanism/index.ts';
import { inTime } from '../life/ends.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { Obligation, Settlement } from '../parties/between-state.rules.ts';

/** The day on which the right to ask for confirmation lapses; null where there is no such clock. What was struck off and taken up again has no more time. */
export const lastDayToConfirm = ({ clocks }: MatterState): Day | null => clocks.findLast((c) => c.lapses)?.due ?? null;

/** Whether a court has still to be asked: none was, or the one that was asked ruled on nothing, as it did not take it on or the parties took it back. */
export const isUnasked = ({ confirmation }: Pick<Settlement, 'confirmation'>): boolean =>
  confirmation === null || ['declined', 'withdrawn'].includes(confirmation.ruling?.outcome ?? '');

/**
 * What a promise counts as once what was found of it is taken back: open again. One that was said to be kept is broken where it had been
 * found so before, and where its day is over: what was not kept by then is broken until it is found otherwise.
 */
export const backTo = ({ state, mended, due }: Obligation, mechanism: Mechanism, now: Date): 'open' | 'broken' =>
  state === 'kept' && (mended || !inTime({ due, wholeDay: keptUntilMidnight(mechanism) }, now)) ? 'broken' : 'open';

export const openObligations = ({ settlement }: Pick<MatterState, 'settlement'>): Obligation[] =>
  settlement?.obligations.filter(({ state }) => state === 'open') ?? [];
