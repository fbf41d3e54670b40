import type { MatterAct } from './effect.rules.ts';
import { said } from './folds.rules.ts';
import type { MatterState } from './state.rules.ts';

/** Takes into a state what the person gave and the matter keeps. */
export function takeGiven(state: MatterState, act: MatterAct): void {
  const files = act.given['files'] as string[] | undefined;
  if (files?.length) state.files = [...state.files, ...files.map((id) => ({ id, act: act.id }))];
  switch (act.kind) {
    case 'report':
      return report(state, act);
    case 'correct':
      return correct(state, act);
    case 'remind':
      state.counts.reminders++;
      return;
    case 'return':
      // A draft that its own head sends back is no return of the matter.
      if (!act.effects.some((effect) => effect.do === 'undraft')) state.counts.returns++;
      return;
    case 'reopen':
      state.counts.reopenings++;
      return;
  }
}

function report(state: MatterState, act: MatterAct): void {
  state.counts.reports++;
  // How far the whole has come is the lead unit's to say; what a co-unit or a helper did stands in their report.
  const helps = state.units.some((u) => u.unit === act.unit && u.part === 'co') || isHelpers(state, act);
  if (!helps) state.percent = said<'report'>(act).percent ?? state.percent;
}

/** Whether somebody who was asked to help does this, and no unit. */
const isHelpers = ({ helpers }: MatterState, { seat, unit }: MatterAct): boolean =>
  unit === null && helpers.some((helper) => helper.seat === seat);

function correct(state: MatterState, act: MatterAct): void {
  const given = said<'correct'>(act);
  if (given.text !== undefined) state.text = given.text;
  if (given.area !== undefined) state.area = given.area;
  if (given.aim !== undefined) state.aim = given.aim;
  if (given.confidential !== undefined) state.confidential = given.confidential;
  if (given.amount !== undefined) state.amount = given.amount;
  if (given.weight !== undefined) state.weight = given.weight;
}
