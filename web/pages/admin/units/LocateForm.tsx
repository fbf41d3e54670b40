import { useState } from 'react';
import type { Unit } from '../../../../src/directory/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { PointField } from '../../register/PointField.tsx';
import { RegisterForm, typed } from '../form/RegisterForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useRegisterAct } from '../form/useRegisterAct.ts';

/** Where people find a unit and how they call it; what is left empty is not known. */
export function LocateForm({ unit, onDone }: { unit: Unit; onDone: () => void }) {
  const t = useT();
  const [point, setPoint] = useState(unit.located?.point ?? null);
  const doing = useRegisterAct(`/api/units/${unit.id}/acts`, t('admin.unit.locate.done', { unit: unit.name }), onDone);
  return (
    <RegisterForm
      kind="locate-unit"
      title={t('admin.unit.locate')}
      act={t('admin.unit.locate')}
      lead={t('admin.unit.locate.lead')}
      doing={doing}
      onCancel={onDone}
      onSend={(form) =>
        doing.mutate({
          kind: 'locate',
          given: { address: typed(form, 'address') || null, phone: typed(form, 'phone') || null, point },
        })
      }
    >
      <TextField
        label={t('admin.unit.address')}
        name="address"
        maxLength={200}
        defaultValue={unit.located?.address ?? ''}
      />
      <TextField
        label={t('admin.unit.phone')}
        name="phone"
        type="tel"
        maxLength={40}
        defaultValue={unit.located?.phone ?? ''}
        hint={t('admin.unit.phone.hint')}
      />
      <PointField label={t('admin.unit.point')} value={point} onChange={setPoint} />
    </RegisterForm>
  );
}
