import type { MatterView } from '../../src/matters/contract.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { owingUnits } from './begin.ts';
import { actFields, type Field, type FormAct } from './fields.ts';
import { demanded } from './given.ts';
import { obligationsFrom } from './parties/given.ts';
import type { Typed } from './useDraft.ts';
import type { Promisable } from '../works/promises.ts';

/** Asked only where there is something to explain, and then not to be left empty. */
const WHY: ReadonlySet<string> = new Set(['withoutCo', 'unreached', 'early']);

/** The fields of an act on this matter: with the mechanism's demands, and "why" only where co-units owe, targets are not reached, or a clock would end too soon. */
export function fieldsFor(kind: FormAct, view: MatterView, caller: Caller): Field[] {
  const { give = [], unreached = [], early = null } = view.acts.find((choice) => choice.kind === kind) ?? {};
  const lead = view.row.lead;
  const leads = lead !== null && caller.units.includes(lead);
  const owing = leads && owingUnits(view).length > 0;
  return (
    demanded(actFields[kind], give)
      .filter((field) => field.name !== 'withoutCo' || owing)
      .filter((field) => field.name !== 'unreached' || unreached.length > 0)
      .filter((field) => field.name !== 'early' || early !== null)
      // Where nobody raised it there is nobody to be told.
      .filter((field) => field.name !== 'told' || raisedBySomebody(view))
      // Of one kind there is nothing to choose.
      .filter((field) => field.kind !== 'kind' || view.below.kinds.length > 1)
      .filter((field) => field.name !== 'green' || view.green !== null)
      // Of what is sealed no unit takes part.
      .filter((field) => !(view.sealed && field.among === 'matter'))
      // Money is asked for where there are parties between whom it is at stake.
      .filter((field) => field.name !== 'amount' || view.between !== null)
      .map((field) => (WHY.has(field.name) ? { ...field, must: true as const } : field))
  );
}

const raisedBySomebody = ({ raised, sealed }: MatterView): boolean =>
  sealed || (raised !== null && raised.originators.length + raised.hidden > 0);

/**
 * Those of the fields that what stands in the others leaves to be asked: what a part promises and how much it counts is asked of a kind
 * that promises or counts; from where to where, of what has a unit of its own; what
 * somebody thinks, of whoever was reached; why nothing is watched, where nobody promises anything.
 */
export function askedBeside(fields: readonly Field[], view: MatterView, typed: Typed): Field[] {
  const below = kindBelow(view, typed);
  const own = view.targets?.known.find(({ target }) => target === typed['target'])?.own ?? false;
  const divides = fields.some(({ name }) => name === 'targets');
  const promises = obligationsFrom(typed['obligations']).length > 0;
  const gate = view.gates?.find((one) => one.gate === typed['gate']);
  return (gate ? demanded(fields, gate.give) : [...fields]).filter(({ name, kind }) => {
    if (name === 'atOnce') return !promises;
    if (name === 'unwatched') return !promises && typed['atOnce'] !== true;
    if (kind === 'targets') return Boolean(below?.targets?.length);
    // Who was not reached has said nothing.
    if (typed['reached'] === false && (name === 'solved' || name === 'satisfied')) return false;
    if (name === 'weight') return divides ? (below?.weighs ?? false) : view.weighs;
    return own || (name !== 'start' && name !== 'sense');
  });
}

/** What nobody would expect, as a reading far above its target, is asked about once more; of all else there is nothing to confirm. */
export const askedIfFar = (fields: readonly Field[], far: string | null): Field[] =>
  fields.flatMap((field) => (field.name !== 'sure' ? field : far !== null ? { ...field, must: true as const } : []));

/** A reading that nobody would expect wants its reason, asked beside its number; of any other it may be said at the end. */
export function askedWhy(fields: readonly Field[], odd: string | null): Field[] {
  const reason = fields.find(({ name }) => name === 'reason');
  if (odd === null || !reason) return [...fields];
  const others = fields.filter((field) => field !== reason);
  const behind = others.findLastIndex(({ name }) => name === 'value' || name === 'in' || name === 'sure');
  return others.toSpliced(behind + 1, 0, { ...reason, must: true });
}

/** The kind that is being put below: the one that was chosen, else the first that may stand there. */
const kindBelow = (view: MatterView, typed: Typed): MatterView['below']['kinds'][number] | undefined =>
  view.below.kinds.find(({ key }) => key === typed['mechanism']) ?? view.below.kinds[0];

/** What a part may promise a quantity of; what the matter itself promises of it is where that begins: its unit, and its last day. */
export const partsOf = (view: MatterView, typed: Typed): Promisable[] =>
  (kindBelow(view, typed)?.targets ?? []).map((known) => {
    const whole = view.targets?.rows.find(({ target }) => target === known.target);
    return whole && known.also.includes(whole.in) ? { ...known, in: whole.in, by: whole.by } : known;
  });
