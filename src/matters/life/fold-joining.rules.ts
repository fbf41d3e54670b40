import type { Effect, MatterAct } from './effect.rules.ts';
import type { Gathered, Originator } from './state-parts.rules.ts';
import type { MatterState } from './state.rules.ts';

type Handled = 'join' | 'part' | 'gather' | 'release' | 'unsaid';

/** Takes into a state that the matter goes on in another, or another in it. Throws where it releases what it does not have. */
export function foldJoining(state: MatterState, effect: Extract<Effect, { do: Handled }>, act: MatterAct): void {
  const made = { act: act.id, at: act.at };
  switch (effect.do) {
    case 'join': {
      const { into, number, stage, phase, clocks } = effect;
      state.joined = { ...made, into, number, stage, phase, clocks };
      return;
    }
    case 'part':
      state.joined = null;
      return;
    case 'gather':
      gather(state, [
        ...state.gathered,
        { ...made, matter: effect.matter, number: effect.number, originators: effect.originators },
      ]);
      return;
    case 'release': {
      const left = state.gathered.filter(({ matter }) => matter !== effect.matter);
      if (left.length === state.gathered.length) throw new Error(`matter ${effect.matter} does not go on in this one`);
      gather(state, left);
      return;
    }
    case 'unsaid':
      state.evaluations = state.evaluations.filter(({ by }) => !effect.by.includes(by));
      return;
  }
}

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
