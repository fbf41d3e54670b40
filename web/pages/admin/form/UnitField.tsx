import { FieldRow } from '../../../acts/FieldRow.tsx';
import { UnitPicker } from '../../../units/UnitPicker.tsx';

type Props = {
  label: string;
  value: string | null;
  onChange: (unit: string | null) => void;
  among?: readonly string[];
  must?: boolean;
  hint?: string;
  fault?: string | undefined;
};

/** A unit, found by part of its name. */
export function UnitField({ label, value, onChange, among, must, hint, fault }: Props) {
  return (
    <FieldRow label={label} must={must} hint={hint} fault={fault}>
      {({ id }) => <UnitPicker id={id} label={label} value={value} onChange={onChange} among={among} must={must} />}
    </FieldRow>
  );
}
