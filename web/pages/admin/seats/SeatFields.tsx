import { useState } from 'react';
import { SeatRole } from '../../../../src/platform/identity/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { TextField } from '../form/TextField.tsx';
import { UnitField } from '../form/UnitField.tsx';

type Props = {
  unit: string | null;
  onUnit?: ((unit: string | null) => void) | undefined;
  /** What is wrong with the unit. */
  fault?: string | undefined;
  /** Whether there may be no seat at all, as of somebody who will take one over. */
  optional?: boolean;
};

/** What a seat is: in which role, for which unit, under which title. Where it may be left out, an empty role is no seat. */
export function SeatFields({ unit, onUnit, fault, optional = false }: Props) {
  const t = useT();
  const [role, setRole] = useState<string>('handler');
  const roles = SeatRole.options.map((value) => ({ value, label: t(`web.role.${value}`) }));
  return (
    <>
      <ChoiceField
        label={t('admin.seat.role')}
        name="role"
        defaultValue={role}
        options={optional ? [...roles, { value: '', label: t('admin.seat.role.none') }] : roles}
        hint={role === '' ? t('admin.seat.role.none.hint') : undefined}
        onChange={setRole}
      />
      {role !== '' && onUnit && (
        <UnitField
          label={t('admin.seat.unit')}
          value={unit}
          onChange={onUnit}
          hint={t('admin.seat.unit.hint')}
          fault={fault}
        />
      )}
      {role !== '' && (
        <TextField label={t('admin.seat.title')} name="title" maxLength={100} hint={t('admin.seat.title.hint')} />
      )}
    </>
  );
}
