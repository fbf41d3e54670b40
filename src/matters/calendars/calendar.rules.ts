import type { Day, Uuid } from '../../kernel/index.ts';
import type { EntryAct } from '../../ledger/index.ts';

/** `working` null gives the day back to the national calendar. The n-th amendment of a day is its version n. */
export type AmendedDay = {
  day: Day;
  version: number;
  working: boolean | null;
  reason: string;
  seat: Uuid | null;
  at: string;
};
/** A city's calendar after all its acts so far: every amendment, oldest first. */
export type CalendarState = { amendments: readonly AmendedDay[] };

export const AMEND_DAY = 'amend-day';

/** Folds the acts of a city's calendar. */
export function foldCalendar(state: CalendarState | null, { kind, given, at, seat }: EntryAct): CalendarState {
  if (kind !== AMEND_DAY) throw new Error(`no act on a calendar: ${kind}`);
  const { day, working, reason } = given as Pick<AmendedDay, 'day' | 'working' | 'reason'>;
  const before = state?.amendments ?? [];
  const version = before.filter((one) => one.day === day).length + 1;
  return { amendments: [...before, { day, version, working, reason, seat, at }] };
}
