import { waits } from './slips.rules.ts';
import type { Folds } from './folds.rules.ts';

/** Who has the matter: its units with their stances, what they asked for, who succeeds them, who was asked to help. */
export const unitFolds = {
  unit: (state, { unit, part, stance }, act) => {
    const had = state.units.find((u) => u.unit === unit);
    // What is asked again is the unit's own to answer.
    if (stance === 'returned' && state.carried) state.carried = { ...state.carried, over: true };
    if (stance === 'returned') delete state.outworded;
    const next = { unit, part, stance, bounces: had?.bounces ?? 0, since: act.at };
    state.units = had ? state.units.map((u) => (u === had ? next : u)) : [...state.units, next];
  },
  bounce: (state, { unit }) => {
    state.counts.bounces++;
    state.units = state.units.map((u) => (u.unit === unit ? { ...u, bounces: u.bounces + 1 } : u));
  },
  'hand-back': (state, { unit }) => {
    const had = state.handedBack?.find((one) => one.unit === unit);
    const others = (state.handedBack ?? []).filter((one) => one !== had);
    state.handedBack = [...others, { unit, times: (had?.times ?? 0) + 1, decided: false }];
  },
  'settled-on': (state, { unit }) => {
    state.handedBack = state.handedBack!.map((one) => (one.unit === unit ? { ...one, decided: true } : one));
  },
  leave: (state, { unit }) => {
    state.units = state.units.filter((u) => u.unit !== unit);
    if (state.appointed?.unit === unit) state.appointed = null;
  },
  // What is over keeps the unit that it was of: a clock that stopped was another's.
  succeed: (state, { unit, heir }, { at }) => {
    if (state.units.some((u) => u.unit === heir)) throw new Error(`unit ${heir} has a part in the matter already`);
    state.units = state.units.map((u) => (u.unit === unit ? { ...u, unit: heir, since: at } : u));
    state.clocks = state.clocks.map((c) => (c.unit === unit && c.stoppedAt === null ? { ...c, unit: heir } : c));
    if (state.appointed?.unit === unit) state.appointed = { ...state.appointed, unit: heir };
    if (state.former?.lead === unit) state.former = { ...state.former, lead: heir };
    state.asked = state.asked.map((a) => (a.unit === unit ? { ...a, unit: heir } : a));
    if (state.handedBack)
      state.handedBack = state.handedBack
        .filter((one) => one.unit !== heir)
        .map((one) => (one.unit === unit ? { ...one, unit: heir } : one));
    state.slips = state.slips.map((s) => (s.unit === unit && waits(s) ? { ...s, unit: heir } : s));
  },
  ask: (state, { unit, until, reason }, act) => {
    state.asked = [...state.asked, { unit, until, reason, act: act.id }];
  },
  settle: (state, { unit, granted }) => {
    state.asked = state.asked.filter((a) => a.unit !== unit);
    if (granted) state.counts.extensions++;
  },
  help: (state, { seat, unit }, act) => {
    state.helpers = [...state.helpers, { act: act.id, at: act.at, seat, unit }];
  },
  unhelp: (state, { seat }) => {
    state.helpers = state.helpers.filter((helper) => helper.seat !== seat);
  },
} satisfies Partial<Folds>;
