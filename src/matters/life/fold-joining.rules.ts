import type { Uuid } from '../../kernel/index.ts';
import { madeBy, type Folds } from './folds.rules.ts';
import type { Gathered, Originator } from './state-parts.rules.ts';
import type { MatterState } from './state.rules.ts';

/** That the matter goes on in another, or another in it. Throws where it releases what it does not have. */
export const joiningFolds = {
  join: (state, { do: _, ...joined }, act) => {
    state.joined = { ...madeBy(act), ...joined };
  },
  part: (state, { former }, act) => {
    state.joined = null;
    // Whoever parts it has judged that.
    delete state.same;
    if (!former) return;
    state.former = { ...madeBy(act), ...former };
    // What was heard or excluded before was not of what they say of the other's answer.
    state.callback = null;
    state.attempts = [];
    if (state.exclusion?.agreed !== null) state.exclusion = null;
  },
  same: (state, _, act) => {
    state.same = madeBy(act);
  },
  gather: (state, { matter, number, originators, owes }, act) =>
    gather(state, [...state.gathered, { ...madeBy(act), matter, number, originators, ...(owes ? { owes } : {}) }]),
  release: (state, { matter }) => {
    const left = state.gathered.filter((one) => one.matter !== matter);
    if (left.length === state.gathered.length) throw new Error(`matter ${matter} does not go on in this one`);
    gather(state, left);
  },
  unsaid: (state, { by, content }) => {
    const others = <T extends { readonly by: Uuid }>(said: readonly T[]): T[] =>
      said.filter((one) => !by.includes(one.by));
    state.evaluations = others(state.evaluations);
    if (state.former) state.former = { ...state.former, evaluations: others(state.former.evaluations) };
    if (state.former && content) state.former = { ...state.former, disputed: false };
  },
} satisfies Partial<Folds>;

/** Its own originators first; one who raised several of them is there once. */
function gather(state: MatterState, gathered: Gathered[]): void {
  const all: Originator[] = [
    ...state.originators.filter(({ through }) => through === undefined),
    ...gathered.flatMap(({ matter, at, originators }) =>
      originators.map((o) => ({ ...o, since: at, through: matter })),
    ),
  ];
  state.gathered = gathered;
  state.originators = all.filter(({ id }, n) => all.findIndex((other) => other.id === id) === n);
}
