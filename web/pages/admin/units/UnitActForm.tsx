import { useState } from 'react';
import { UnitKind, type Unit, type UnitAct } from '../../../../src/directory/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { RegisterForm, typed } from '../form/RegisterForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { UnitField } from '../form/UnitField.tsx';
import { useRegisterAct } from '../form/useRegisterAct.ts';

type Props = { unit: Unit; kind: Exclude<UnitAct['kind'], 'merge' | 'locate'>; onDone: () => void };

/** One act on a unit, with what will follow from it said before. */
export function UnitActForm({ unit, kind, onDone }: Props) {
  const t = useT();
  const { units } = useUnits();
  const [other, setOther] = useState<string | null>(kind === 'move' ? unit.parent : null);
  const doing = useRegisterAct(`/api/units/${unit.id}/acts`, t(`admin.unit.${kind}.done`, { unit: unit.name }), onDone);
  const others = units.filter((one) => !one.retiredAt && one.id !== unit.id).map(({ id }) => id);

  const givenOf = (form: FormData): object => {
    switch (kind) {
      case 'rename':
        return { name: typed(form, 'name'), shortName: typed(form, 'shortName') || null };
      case 'amend':
        return {
          kind: typed(form, 'kind'),
          sort: Number(typed(form, 'sort')),
          aliases: typed(form, 'aliases')
            .split(/[、,，;；\s]+/u)
            .filter(Boolean),
        };
      case 'move':
        return { parent: other };
      case 'retire':
        return {};
    }
  };

  return (
    <RegisterForm
      kind={`${kind}-unit`}
      title={t(`admin.unit.${kind}`)}
      act={t(`admin.unit.${kind}`)}
      lead={t(`admin.unit.${kind}.lead`)}
      danger={kind === 'retire'}
      doing={doing}
      onCancel={onDone}
      onSend={(form) => doing.mutate({ kind, given: givenOf(form) })}
    >
      {kind === 'rename' && (
        <>
          <TextField label={t('admin.unit.name')} name="name" defaultValue={unit.name} required maxLength={100} />
          <TextField
            label={t('admin.unit.short-name')}
            name="shortName"
            // What repeats the name is not kept beside another one: lists would go on showing the old.
            defaultValue={unit.shortName === unit.name ? '' : (unit.shortName ?? '')}
            maxLength={100}
            hint={t('admin.unit.short-name.hint')}
          />
        </>
      )}
      {kind === 'amend' && (
        <>
          <ChoiceField
            label={t('admin.unit.kind')}
            name="kind"
            defaultValue={unit.kind}
            options={UnitKind.options.map((value) => ({ value, label: t(`directory.unit-kind.${value}`) }))}
          />
          <TextField
            label={t('admin.unit.sort')}
            name="sort"
            type="number"
            min={0}
            max={1_000_000}
            required
            defaultValue={unit.sort}
            hint={t('admin.unit.sort.hint')}
          />
          <TextField
            label={t('admin.unit.aliases')}
            name="aliases"
            defaultValue={unit.aliases.join(t('admin.list-comma'))}
            hint={t('admin.unit.aliases.hint')}
          />
        </>
      )}
      {kind === 'move' && (
        <UnitField
          label={t('admin.unit.parent')}
          value={other}
          onChange={setOther}
          among={others}
          hint={t('admin.unit.parent.hint')}
        />
      )}
    </RegisterForm>
  );
}
