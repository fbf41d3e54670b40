import { no, ok, problem, type Result } from '../../kernel/index.ts';
import { dueNow, holdClocks, redate, runClocks } from './clocks.rules.ts';
import { inThePast } from './due.rules.ts';
import type { Checked } from './ask.rules.ts';
import type { ClockState } from './state-parts.rules.ts';
import type { Effect } from './effect.rules.ts';
import type { MatterState } from './state.rules.ts';

/** What acts do to a matter's time: more of it, or none passing for a while. */
export function decideTime(state: MatterState, ask: Checked): Result<Effect[]> {
  switch (ask.kind) {
    case 'pause':
      return ok(holdClocks(state, ask.mechanism, ask.now, ask.calendar));
    case 'resume':
      return ok(runClocks(state, ask.now, ask.calendar));
    case 'extend':
      return extend(state, ask as Checked<'extend'>);
    case 'grant':
      return grant(state, ask as Checked<'grant'>);
    case 'deny':
      return deny(state, ask as Checked<'deny'>);
    default:
      return ok([]);
  }
}

const extendable = (state: MatterState, ask: Checked, unit: string): ClockState | undefined =>
  state.clocks.find((c) => c.unit === unit && !c.stoppedAt && ask.mechanism.clocks[c.clock]?.extendable);

/** Asked before the deadline (the policy sees to that), for a day after it. */
function extend(state: MatterState, ask: Checked<'extend'>): Result<Effect[]> {
  const unit = ask.unit?.unit;
  const clock = unit && extendable(state, ask as Checked, unit);
  if (!unit || !clock) return no(problem('matter.nothing-to-extend'));
  const { until, reason } = ask.given;
  if (until <= clock.due)
    return no(problem('matter.extension-not-later', { until, due: clock.due }, { pointer: '/given/until' }));
  return ok([{ do: 'ask', unit, until, reason }]);
}

function grant(state: MatterState, ask: Checked<'grant'>): Result<Effect[]> {
  const { unit } = ask.given;
  const asked = state.asked.find((a) => a.unit === unit);
  if (!asked)
    return no(problem('matter.no-extension-asked-by', { unit: ask.unitName(unit) }, { pointer: '/given/unit' }));
  const until = ask.given.until ?? asked.until;
  const clock = extendable(state, ask as Checked, unit);
  if (!clock) return no(problem('matter.nothing-to-extend'));
  const due = dueNow(clock, ask.now, ask.calendar);
  if (until <= due) return no(problem('matter.extension-not-later', { until, due }, { pointer: '/given/until' }));
  const past = inThePast(ask as Checked, until, 'until');
  if (past) return no(past);
  return ok([redate(clock, until, ask.now, ask.calendar), { do: 'settle', unit, granted: true }]);
}

function deny(state: MatterState, ask: Checked<'deny'>): Result<Effect[]> {
  const { unit } = ask.given;
  if (!state.asked.some((a) => a.unit === unit))
    return no(problem('matter.no-extension-asked-by', { unit: ask.unitName(unit) }, { pointer: '/given/unit' }));
  return ok([{ do: 'settle', unit, granted: false }]);
}
