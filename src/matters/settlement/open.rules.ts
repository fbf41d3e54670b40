import { dayOf, type Day } from '../../kernel/index.ts';
import { inTime } from '../life/clocks.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { Obligation } from '../parties/between-state.rules.ts';

/** The day on which the right to ask for confirmation lapses; null where no such clock runs. */
export const lastDayToConfirm = ({ clocks }: MatterState): Day | null =>
  clocks.find((c) => c.lapses && c.stoppedAt === null)?.due ?? null;

/** Whether the right to ask a court was let pass: known from the clock alone. */
export const mayConfirm = (state: MatterState, now: Date): boolean => {
  const last = lastDayToConfirm(state);
  return last === null || inTime(last, now) || dayOf(now) <= last;
};

export const openObligations = ({ settlement }: Pick<MatterState, 'settlement'>): Obligation[] =>
  settlement?.obligations.filter(({ state }) => state === 'open') ?? [];
