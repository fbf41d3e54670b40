import type { MatterView } from '../../src/matters/contract.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import { owingUnits } from './begin.ts';
import { actFields, type Field, type FormAct } from './fields.ts';
import { demanded } from './given.ts';

/** The fields of an act on this matter: with the mechanism's demands, and "why without them" only when co-units owe. */
export function fieldsFor(kind: FormAct, view: MatterView, caller: Caller): Field[] {
  const give = view.acts.find((choice) => choice.kind === kind)?.give ?? [];
  const lead = view.row.lead;
  const leads = lead !== null && caller.units.includes(lead);
  const owing = leads && owingUnits(view).length > 0;
  return (
    demanded(actFields[kind], give)
      .filter((field) => field.name !== 'withoutCo' || owing)
      // Of one kind there is nothing to choose.
      .filter((field) => field.kind !== 'kind' || view.below.kinds.length > 1)
      // Money is asked for where there are parties between whom it is at stake.
      .filter((field) => field.name !== 'amount' || view.between !== null)
      .map((field) => (field.name === 'withoutCo' ? { ...field, must: true as const } : field))
  );
}
