import type { MatterView } from '../../../src/matters/contract.ts';
import type { Field } from '../fields.ts';
import { ConflictedPicker } from './ConflictedPicker.tsx';
import { AppointeePicker } from './AppointeePicker.tsx';
import { usePartiesApart } from '../../matters/usePartiesApart.ts';
import { ObligationPicker } from './ObligationPicker.tsx';
import { ObligationsField } from './ObligationsField.tsx';
import { PartiesField, type Sides } from './PartiesField.tsx';
import { PartyBoxes } from './PartyBoxes.tsx';

type Props = {
  field: Field;
  id: string;
  label: string;
  invalid: boolean | undefined;
  describedBy: string | undefined;
  className: string | undefined;
  value: unknown;
  view: MatterView | undefined;
  /** The sides of the mechanism, where there is no matter yet. */
  sides: Sides | undefined;
  onType: (value: unknown) => void;
};

/** The fields that speak of parties and of what they agreed on. */
export function PartyFields({ field, view, sides, value, onType, label, ...common }: Props) {
  const between = view?.between ?? null;
  const parties = usePartiesApart(between);
  switch (field.kind) {
    case 'parties': {
      const known =
        sides ??
        Object.fromEntries(
          (between?.sides ?? []).map(({ key, name, optional }) => [key, optional ? { ...name, optional } : name]),
        );
      return <PartiesField label={label} id={common.id} sides={known} value={value} onChange={onType} />;
    }
    case 'came':
      return (
        <PartyBoxes
          label={label}
          id={common.id}
          describedBy={common.describedBy}
          parties={parties}
          value={value}
          onChange={onType}
        />
      );
    case 'obligations':
      return (
        <ObligationsField
          label={label}
          id={common.id}
          invalid={common.invalid ?? false}
          describedBy={common.describedBy}
          parties={parties}
          value={value}
          onChange={onType}
        />
      );
    case 'obligation':
      return (
        <ObligationPicker
          {...common}
          among={field.among}
          between={between}
          parties={parties}
          value={value}
          onChange={onType}
        />
      );
    case 'conflicted':
      return <ConflictedPicker {...common} view={view} value={value} onChange={onType} />;
    default:
      return <AppointeePicker {...common} matter={view?.row.id} value={value} onChange={onType} />;
  }
}
