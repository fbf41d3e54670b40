import type { Uuid } from '../../kernel/index.ts';
import type { Folds } from './folds.rules.ts';
import type { ClockState } from './state-parts.rules.ts';
import type { MatterState } from './state.rules.ts';

/** The matter's clocks: started, stopped, held, set going again, given more time. All but the first throw where none is open. */
export const clockFolds = {
  start: (state, { do: _, at: startedAt, seat, aside, lapses, wholeDay, ...start }) => {
    const started: ClockState = {
      clock: start.clock,
      unit: start.unit,
      ...(seat === undefined ? {} : { seat }),
      ...(aside ? { aside } : {}),
      ...(lapses ? { lapses } : {}),
      ...(wholeDay ? { wholeDay } : {}),
      startedAt,
      limit: start.limit,
      calendar: start.calendar,
      due: start.due,
      paused: null,
      stoppedAt: null,
      how: null,
    };
    state.clocks = [...state.clocks, started];
  },
  stop: (state, effect, { at }) => change(state, effect, { stoppedAt: at, how: effect.how, paused: null }),
  hold: (state, effect) => change(state, effect, { paused: effect.paused, due: effect.paused.due }),
  run: (state, effect) => change(state, effect, { due: effect.due, paused: null }),
  lengthen: (state, effect) => change(state, effect, { due: effect.due }),
} satisfies Partial<Folds>;

function change(
  state: MatterState,
  { do: what, clock, unit }: { do: string; clock: string; unit: Uuid | null },
  other: Partial<ClockState>,
): void {
  const at = state.clocks.findIndex((c) => c.clock === clock && c.unit === unit && c.stoppedAt === null);
  if (at < 0) throw new Error(`${what} on clock ${clock}, which is not open`);
  state.clocks = state.clocks.with(at, { ...state.clocks[at]!, ...other });
  state.paused = state.clocks.some((c) => c.stoppedAt === null && c.paused !== null);
}
