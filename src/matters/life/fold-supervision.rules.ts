import { waits } from './slips.rules.ts';
import { madeBy, said, type Folds } from './folds.rules.ts';
import { promisedOnList } from './listed.rules.ts';

/** What presses on the matter: its slips, its place on the public list, the seat it was raised to, a leader's word. */
export const supervisionFolds = {
  slip: (state, { unit, color, clock }, act) => {
    const text = said<'slip'>(act).text ?? null;
    state.slips = [...state.slips, { ...madeBy(act), unit, color, clock, text, answered: null }];
  },
  'slip-answered': (state, { unit }, { at }) => {
    state.slips = state.slips.map((s) => (s.unit === unit && waits(s) ? { ...s, answered: at } : s));
  },
  'slips-ended': (state, _, { at }) => {
    state.slips = state.slips.map((s) => (waits(s) ? { ...s, ended: at } : s));
  },
  list: (state, _, act) => {
    const { title, until } = said<'list'>(act);
    state.listed = { ...madeBy(act), title, until };
  },
  'listed-hold': (state, { paused }) => {
    if (!state.listed) throw new Error('it does not stand on the public list');
    state.listed = { ...state.listed, paused };
  },
  'listed-run': (state, { until }) => {
    if (!state.listed) throw new Error('it does not stand on the public list');
    const { paused: _, ...listed } = state.listed;
    state.listed = { ...listed, until };
  },
  delist: (state, { verified, answeredOn }, act) => {
    if (!state.listed) throw new Error('it does not stand on the public list');
    const { title, until, at: listedAt } = state.listed;
    const result = verified ? said<'delist'>(act).result : null;
    const promise = answeredOn === undefined ? null : promisedOnList(state);
    state.delisted = {
      ...madeBy(act),
      title,
      until,
      listedAt,
      result,
      ...(answeredOn === undefined ? {} : { answeredOn }),
      ...(promise ? { promise } : {}),
    };
    state.listed = null;
  },
  raise: (state, { seat, unit }, act) => {
    state.raised = { ...madeBy(act), seat, unit, reason: said<'raise'>(act).reason };
  },
  lower: (state) => {
    state.raised = null;
  },
  instruction: (state, _, act) => {
    state.instruction = { ...madeBy(act), seat: act.seat, text: said<'instruct'>(act).text };
  },
} satisfies Partial<Folds>;
