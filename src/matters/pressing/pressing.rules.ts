import { dayOf, workdaysBetween, type Calendar, type Day } from '../../kernel/index.ts';
import { SlipColor } from '../../mechanism/contract.ts';
import { isHalted } from '../gates/halts.rules.ts';
import { waits } from '../life/slips.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { PressMarks, PressView } from './pressing.contract.ts';

/** What a line of a list shows of what presses on the matter. What is over is pressed on no more, but for a request that waits whatever the stage. */
export function marksOf(state: MatterState, now: Date, cal: Calendar): PressMarks {
  const { listed, raised, phase, green, erasing } = state;
  const wanted = erasing?.agreed === null ? (erasing.due ?? null) : undefined;
  const open = phase === 'closed' ? [] : state.slips.filter(waits);
  const color = SlipColor.options.findLast((one) => open.some((s) => s.color === one));
  return {
    ...(color ? { slipColor: color } : {}),
    ...(listed
      ? { listed: { until: listed.until, workdaysLeft: leftOnList(listed.until, listed.paused?.on ?? null, now, cal) } }
      : {}),
    ...(raised ? { raised: true as const } : {}),
    ...(wanted === undefined
      ? {}
      : { erasing: { due: wanted, workdaysLeft: wanted === null ? null : daysTo(wanted, now, cal) } }),
    ...(isHalted(state) ? { halted: true as const } : {}),
    ...(green && phase !== 'closed' ? { green: true as const } : {}),
  };
}

/** Working days until the deadline of what is listed; as many as when it was paused while it stands still. */
export const leftOnList = (until: Day, pausedOn: Day | null, now: Date, cal: Calendar): number =>
  daysFrom(pausedOn ?? dayOf(now), until, cal);

/** Working days until a promised day, negative when it has passed. */
const daysTo = (until: Day, now: Date, cal: Calendar): number => daysFrom(dayOf(now), until, cal);

function daysFrom(today: Day, until: Day, cal: Calendar): number {
  const left = workdaysBetween(cal, today, until);
  return until < today ? Math.min(left, -1) : left;
}

/** What presses on the matter, but for who sits on the higher seat. */
export function pressed(
  state: MatterState,
  now: Date,
  cal: Calendar,
): Omit<PressView, 'raised'> & { raised: { due: Day | null } | null } {
  const { slips, listed, delisted, raised, instruction, clocks } = state;
  const running = clocks.filter((c) => c.stoppedAt === null);
  const asides = running.filter((c) => c.aside && !c.lapses);
  // What was over before it was kept when its slips ended asks for no word either.
  const over = state.phase === 'closed' && !state.joined ? (state.entered[state.stage] ?? state.updatedAt) : null;
  return {
    slips: slips.map(({ ended, ...slip }) => ({ ...slip, ended: slip.answered === null ? (ended ?? over) : null })),
    listed: listed && {
      title: listed.title,
      at: listed.at,
      until: listed.until,
      workdaysLeft: leftOnList(listed.until, listed.paused?.on ?? null, now, cal),
    },
    delisted: delisted && { title: delisted.title, at: delisted.at, result: delisted.result },
    raised: raised && { due: running.find((c) => c.seat === raised.seat)?.due ?? null },
    instruction: instruction && {
      text: instruction.text,
      at: instruction.at,
      waiting: asides.flatMap((c) => c.unit ?? []),
      due: asides.map((c) => c.due).toSorted()[0] ?? null,
    },
  };
}
