import type { Calendar, Uuid } from '../kernel/index.ts';
import { viewClock } from './clocks.rules.ts';
import type { ClockView, MatterRow } from './contract.ts';
import type { ClockState, MatterState } from './state.rules.ts';

/**
 * One line of a list. `for` says whose deadline it shows: a unit's, when the list is that unit's own; else the lead unit's,
 * and once that has answered the supervision office's.
 */
export function rowOf(id: Uuid, state: MatterState, now: Date, cal: Calendar, unit?: Uuid): MatterRow {
  const clock = headline(state, unit);
  const view = clock && viewClock(clock, now, cal);
  const lead = state.units.find((u) => u.part === 'lead');
  return {
    id,
    mechanism: state.mechanism,
    number: state.number,
    text: state.text,
    area: state.area,
    round: state.round,
    stage: state.stage,
    phase: state.phase,
    lead: lead?.unit ?? null,
    co: state.units.filter((u) => u.part === 'co').map((u) => u.unit),
    confidential: state.confidential,
    due: clock?.due ?? state.due,
    slip: view?.slip ?? null,
    workdaysLeft: view?.workdaysLeft ?? null,
    seq: state.seq,
    updatedAt: state.updatedAt,
  };
}

/** The clock that a line shows: the last to run out of those open; for a matter that has none, the last that stopped. */
function headline(state: MatterState, unit?: Uuid): ClockState | undefined {
  const owner = unit ?? state.units.find((u) => u.part === 'lead')?.unit;
  const open = state.clocks.filter((c) => c.stoppedAt === null);
  const latest = (clocks: ClockState[]): ClockState | undefined =>
    clocks.toSorted((a, b) => (a.due < b.due ? 1 : -1))[0];
  return (
    latest(open.filter((c) => c.unit === owner)) ??
    open.find((c) => c.unit === null) ??
    latest(state.clocks.filter((c) => c.unit === owner && c.how !== 'void'))
  );
}

/** The clock that a thing to do waits for: of the doer's open clocks the first to run out. */
export function urgent(state: MatterState, unit: Uuid | null, now: Date, cal: Calendar): ClockView | null {
  const own = state.clocks
    .filter((c) => c.stoppedAt === null && c.unit === unit)
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))[0];
  return own ? viewClock(own, now, cal) : null;
}
