import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { UnitKind } from '../../../../src/directory/contract.ts';
import { uuidv7 } from '../../../act-id.ts';
import { useT } from '../../../i18n/language.tsx';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { RegisterForm, typed } from '../form/RegisterForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { UnitField } from '../form/UnitField.tsx';
import { useRegisterAct } from '../form/useRegisterAct.ts';

/** Adds a unit, below the one that is looked at unless told otherwise. */
export function NewUnitForm({ parent, onDone }: { parent: string | null; onDone: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const [above, setAbove] = useState(parent);
  const [id] = useState(() => uuidv7());
  const adding = useRegisterAct('/api/units', t('admin.unit.added'), () => {
    onDone();
    void navigate({ to: '/admin/units', search: { unit: id } });
  });
  return (
    <RegisterForm
      kind="add-unit"
      title={t('admin.unit.add')}
      act={t('admin.unit.add')}
      doing={adding}
      onCancel={onDone}
      onSend={(form) =>
        adding.mutate({
          id,
          parent: above,
          name: typed(form, 'name'),
          shortName: typed(form, 'shortName') || null,
          kind: typed(form, 'kind'),
        })
      }
    >
      <TextField label={t('admin.unit.name')} name="name" required maxLength={100} />
      <TextField
        label={t('admin.unit.short-name')}
        name="shortName"
        maxLength={100}
        hint={t('admin.unit.short-name.hint')}
      />
      <ChoiceField
        label={t('admin.unit.kind')}
        name="kind"
        defaultValue="department"
        options={UnitKind.options.map((value) => ({ value, label: t(`directory.unit-kind.${value}`) }))}
      />
      <UnitField label={t('admin.unit.parent')} value={above} onChange={setAbove} hint={t('admin.unit.parent.hint')} />
    </RegisterForm>
  );
}
