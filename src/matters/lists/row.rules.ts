import { dayOf, type Calendar, type Uuid } from '../../kernel/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { viewClock } from '../life/clocks.rules.ts';
import { runsOut } from '../life/ends.rules.ts';
import type { ClockView, LateCo, MatterRow, OfficeClock } from '../contract.ts';
import { OVERSEERS } from '../matter.policy.ts';
import { marksOf } from '../pressing/pressing.rules.ts';
import type { ClockState } from '../life/state-parts.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import { dueFirst } from './due-first.rules.ts';

/** Whose deadline a line shows: a unit's own, or the lead unit's; an overseer is shown the supervision office's beside it. */
export type Viewer = { kind: 'unit'; unit: Uuid } | { kind: 'lead' } | { kind: 'overseer' };

/** Whose deadline this seat cares for: of a matter that its unit takes part in, its unit's. */
export function viewer(caller: Caller, state: MatterState): Viewer {
  if (OVERSEERS.includes(caller.role)) return { kind: 'overseer' };
  const own = state.units.find((u) => caller.units.includes(u.unit));
  return own ? { kind: 'unit', unit: own.unit } : { kind: 'lead' };
}

/**
 * One line of a list. Its day is the one that a unit promised, whoever looks: a unit that answered in time is shown as in
 * time, also while the supervision office takes longer to verify than it may. That delay is told beside it, as the office's, by
 * the name that `under` gives its clock.
 */
export function rowOf(
  id: Uuid,
  state: MatterState,
  now: Date,
  cal: Calendar,
  eye: Viewer,
  under?: Mechanism,
): MatterRow {
  const clock = headline(state, eye);
  const view = clock && viewClock(clock, now, cal);
  const lead = state.units.find((u) => u.part === 'lead');
  const waits = eye.kind === 'overseer' || (eye.kind === 'unit' && eye.unit === lead?.unit);
  const late = waits ? lateCo(state, now, cal) : null;
  const office = eye.kind === 'overseer' ? officeClock(state, now, cal, under) : null;
  const ended = endOf(state);
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
    ...(state.category ? { category: { scheme: state.category.scheme, code: state.category.code } } : {}),
    confidential: state.confidential,
    ...(state.sealed ? { sealed: true as const } : {}),
    due: clock?.due ?? state.due,
    slip: view?.slip ?? null,
    workdaysLeft: view?.workdaysLeft ?? null,
    ...(late ? { lateCo: late } : {}),
    ...(office ? { office } : {}),
    ...marksOf(state, now, cal),
    ...(ended ? { ended } : {}),
    ...(state.phase === 'closed' ? { closedOn: dayOf(new Date(state.entered[state.stage] ?? state.updatedAt)) } : {}),
    ...(state.arranged ? { meeting: { on: state.arranged.meetOn, from: state.arranged.from } } : {}),
    ...(state.parent ? { below: state.parent.number } : {}),
    ...(eye.kind === 'unit' && state.draft?.unit === eye.unit ? { drafted: true as const } : {}),
    ...(eye.kind === 'overseer' && state.same && state.phase === 'open' ? { same: true as const } : {}),
    bounces: state.counts.bounces,
    seq: state.seq,
    registeredAt: state.registeredAt,
    updatedAt: state.updatedAt,
  };
}

/** How a matter ended that was not struck off. */
function endOf({ phase, joined, exclusion }: MatterState): MatterRow['ended'] {
  if (phase !== 'closed') return undefined;
  if (joined) return 'joined';
  return exclusion?.agreed ? 'excluded' : undefined;
}

/** The clock that a line shows: of the unit's the last to run out of those open; where none is, the last that stopped. */
function headline(state: MatterState, eye: Viewer): ClockState | undefined {
  const owner = eye.kind === 'unit' ? eye.unit : state.units.find((u) => u.part === 'lead')?.unit;
  return lastOpen(state, owner) ?? last(state.clocks.filter((c) => c.unit === owner && c.how !== 'void' && !c.aside));
}

const last = (clocks: ClockState[]): ClockState | undefined =>
  clocks.toSorted((a, b) => runsOut(b).getTime() - runsOut(a).getTime())[0];

/** Of a unit's open clocks the last to run out: until then the whole is not late. */
const lastOpen = (state: MatterState, unit: Uuid | undefined): ClockState | undefined =>
  last(state.clocks.filter((c) => c.unit === unit && c.stoppedAt === null && !c.aside));

/** The co-unit that is latest, judged by the very clock that its own list shows; of two equally late the one named first. */
function lateCo(state: MatterState, now: Date, cal: Calendar): LateCo | null {
  const late = state.units
    .filter((u) => u.part === 'co')
    .flatMap(({ unit }) => {
      const clock = lastOpen(state, unit);
      const view = clock && viewClock(clock, now, cal);
      return view?.slip === 'overdue' ? [{ unit, workdaysLate: -(view.workdaysLeft ?? -1) }] : [];
    })
    .toSorted((a, b) => b.workdaysLate - a.workdaysLate);
  return late[0] ? { ...late[0], others: late.length - 1 } : null;
}

/** How the supervision office stands with its own part; null while nothing waits for it. */
function officeClock(state: MatterState, now: Date, cal: Calendar, under?: Mechanism): OfficeClock | null {
  const view = urgent(state, null, now, cal);
  if (!view) return null;
  const { clock, due, slip, workdaysLeft } = view;
  const rule = under?.clocks[clock];
  // What is sealed waits for those who are named, by its own clocks. What was answered waits to be verified, unless it is to be judged, called back or reviewed; what was struck off waits for a call alone.
  const other =
    rule &&
    (state.sealed || state.phase === 'closed' || (state.phase === 'answered' && !rule.until.includes('verify')));
  return { due, slip, workdaysLeft, ...(other ? { name: rule.name } : {}) };
}

/** The clock of the seat to which the matter was raised. */
export function urgentAbove(state: MatterState, now: Date, cal: Calendar): ClockView | null {
  const own = state.clocks.find((c) => c.stoppedAt === null && c.seat !== undefined);
  return own ? viewClock(own, now, cal) : null;
}

/** How the clock stands that a thing to do waits for. */
export function urgent(state: MatterState, unit: Uuid | null, now: Date, cal: Calendar): ClockView | null {
  const own = dueFirst(state, unit);
  return own ? viewClock(own, now, cal) : null;
}
