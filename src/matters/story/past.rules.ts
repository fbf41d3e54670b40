import { dayOf, workdaysBetween, type Calendar, type Day } from '../../kernel/index.ts';
import { dueNow } from '../life/clocks.rules.ts';
import type { ClockState } from '../life/state-parts.rules.ts';
import type { MatterAct } from '../life/effect.rules.ts';
import type { ClockPast, LastWord, Leg } from './story.contract.ts';
import type { Step } from './step.rules.ts';
import { SUCCEED } from '../succession/succeed.rules.ts';

/** One stretch of the way, before anybody has been named. */
export type Stretch = Omit<Leg, 'who' | 'unit' | 'office' | 'title'> & { readonly act: MatterAct };

/** The stages one after the other as they were entered, with the working days spent in each; what is closed rests for good. */
export function wayOf(steps: readonly Step[], now: Date, calendar: Calendar): Stretch[] {
  const entered = steps.flatMap(({ act }) =>
    act.effects.flatMap((effect) =>
      effect.do === 'stage' ? [{ stage: effect.to, rests: effect.phase === 'closed', act }] : [],
    ),
  );
  return entered.map(({ stage, rests, act }, i) => {
    const until = entered[i + 1]?.act.at ?? null;
    const end = until === null ? now : new Date(until);
    const workdays = rests && until === null ? null : workdaysBetween(calendar, dayOf(new Date(act.at)), dayOf(end));
    return { stage, seq: act.seq, kind: act.kind, from: act.at, until, workdays, act };
  });
}

/** Each clock's pauses and the other days that it was given, in the order of the matter's clocks. */
export function pastsOf(steps: readonly Step[], now: Date, calendar: Calendar): ClockPast[] {
  const clocks = steps.at(-1)?.after.clocks ?? [];
  return clocks.map((clock, i) => pastOf(clock, i, steps, now, calendar));
}

function pastOf(clock: ClockState, i: number, steps: readonly Step[], now: Date, calendar: Calendar): ClockPast {
  const start = dayOf(new Date(clock.startedAt));
  const whole = Math.max(1, workdaysBetween(calendar, start, dueNow(clock, now, calendar)));
  const share = (day: Day): number => Math.max(0, workdaysBetween(calendar, start, day) / whole);
  const pauses: { from: Day; until: Day | null }[] = [];
  const moves: ClockPast['moves'] = [];
  for (const { before, act, after } of steps) {
    const is = after.clocks[i];
    const was = before?.clocks[i];
    if (!is) continue;
    const on = dayOf(new Date(act.at));
    if (is.paused && !was?.paused) pauses.push({ from: is.paused.on, until: null });
    if (!is.paused && was?.paused) pauses[pauses.length - 1]!.until = on;
    // Set going again it is due later by as long as it stood: that is the pause itself and no other day.
    const given = was && is.due !== was.due && !(was.paused && !is.paused);
    if (given) moves.push({ from: was.due, to: is.due, on, kind: act.kind, share: share(was.due) });
  }
  const today = dayOf(now);
  return { pauses: pauses.map((p) => ({ ...p, share: [share(p.from), share(p.until ?? today)] })), moves };
}

type Spoken = Pick<MatterAct, 'seq' | 'kind' | 'at' | 'seat' | 'unit' | 'given'>;

/** An act by which a unit speaks, before anybody has been named. */
export type Word = Omit<LastWord, 'who' | 'unit' | 'office' | 'title'> & { readonly act: Spoken };

/** Where the words of such an act stand. */
const SPEAKS: Readonly<Record<string, 'text' | 'result' | 'reason'>> = {
  report: 'text',
  answer: 'result',
  refuse: 'reason',
  extend: 'reason',
};

/** What each unit said last, by unit; an heir that has said nothing yet is told with the word of the unit whose place it took. */
export function lastWords(acts: readonly Spoken[]): Map<string, Word> {
  const said = new Map<string, Word>();
  const keep = (unit: string, word: Word): void => {
    const had = said.get(unit);
    if (!had || had.seq < word.seq) said.set(unit, word);
  };
  for (const act of acts) {
    if (act.kind === SUCCEED) {
      const before = said.get(act.given['unit'] as string);
      if (before) keep(act.given['heir'] as string, before);
    }
    const field = SPEAKS[act.kind];
    const text = field && act.given[field];
    if (!act.unit || typeof text !== 'string') continue;
    keep(act.unit, { seq: act.seq, kind: act.kind as Word['kind'], at: act.at, text, act });
  }
  return said;
}

/** These units, and those whose place each took in the matter, one after the other. */
export function withPredecessors(units: readonly string[], acts: readonly Pick<Spoken, 'kind' | 'given'>[]): string[] {
  const all = new Set(units);
  for (const { given } of acts.filter(({ kind }) => kind === SUCCEED).toReversed())
    if (all.has(given['heir'] as string)) all.add(given['unit'] as string);
  return [...all];
}
