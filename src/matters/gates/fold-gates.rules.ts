import { madeBy, said, type Folds } from '../life/folds.rules.ts';

/** Inspections: the last of each gate stands, until something was done after which it is inspected anew. What was stopped goes on when it is passed, and not before. */
export const gateFolds = {
  inspection: (state, { gate, passed, halt, since }, act) => {
    const { items, note = null, files = [] } = said<'inspect'>(act);
    const had = state.gates.find((one) => one.gate === gate);
    const next = {
      gate,
      ...madeBy(act),
      passed,
      halted: halt || (!passed && (had?.halted ?? false)),
      ...(since === undefined ? {} : { since }),
      items: items.map(({ item, verdict, text = null }) => ({ item, verdict, text })),
      note,
      files: files.length,
      times: (had?.times ?? 0) + 1,
    };
    state.gates = had ? state.gates.map((one) => (one === had ? next : one)) : [...state.gates, next];
  },
  reckoned: (state, { lapses }, { kind }) => {
    state.reckoned = [...new Set([...(state.reckoned ?? []), kind])];
    state.gates = state.gates.map((one) => (one.passed && lapses.includes(one.gate) ? { ...one, lapsed: true } : one));
  },
} satisfies Partial<Folds>;
