import { madeBy, said, type Folds } from '../life/folds.rules.ts';

/** What is promised a quantity of, and what was measured of it. Throws where something is measured that was not promised. */
export const targetFolds = {
  target: (state, { do: _, ...promised }, act) => {
    const had = state.targets.find(({ target }) => target === promised.target);
    // What was measured of what was promised before was measured all the same.
    const next = { ...promised, ...madeBy(act), readings: had?.readings ?? [] };
    state.targets = had ? state.targets.map((t) => (t === had ? next : t)) : [...state.targets, next];
  },
  reading: (state, { target, on, value, odd, away, taken }, act) => {
    const had = state.targets.find((one) => one.target === target);
    if (!had) throw new Error(`nothing is promised of ${target}`);
    const { reason = null, position = null, files = [] } = said<'measure'>(act);
    const reading = {
      ...madeBy(act),
      on,
      value,
      odd,
      ...(away === undefined ? {} : { away }),
      ...(taken === undefined ? {} : { taken }),
      reason,
      position,
      files: files.length,
    };
    // In the order of days; of one day, as they came.
    const next = had.readings.findIndex((one) => one.on > on);
    const readings = had.readings.toSpliced(next < 0 ? had.readings.length : next, 0, reading);
    state.targets = state.targets.map((t) => (t === had ? { ...t, readings } : t));
  },
} satisfies Partial<Folds>;
