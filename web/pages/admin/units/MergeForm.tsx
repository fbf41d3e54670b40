import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Merging, Unit } from '../../../../src/directory/contract.ts';
import { api } from '../../../api.ts';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import { RegisterForm, typed } from '../form/RegisterForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { UnitField } from '../form/UnitField.tsx';
import { useRegisterAct } from '../form/useRegisterAct.ts';
import style from './UnitTree.module.css';

/** Merges a unit into another, which cannot be undone: says what goes with it, and is done once its name has been typed. */
export function MergeForm({ unit, onDone }: { unit: Unit; onDone: () => void }) {
  const t = useT();
  const { units, unitName } = useUnits();
  const [into, setInto] = useState<string | null>(null);
  const [wrong, setWrong] = useState<'heir' | 'name' | null>(null);
  const merging = useQuery({
    queryKey: ['admin', 'merging', unit.id, into],
    queryFn: into ? ({ signal }) => api.get<Merging>(`/api/units/${unit.id}/merging?into=${into}`, signal) : skipToken,
    gcTime: 0,
  });
  const doing = useRegisterAct(`/api/units/${unit.id}/acts`, t('admin.unit.merge.done', { unit: unit.name }), onDone);
  const others = units.filter((one) => !one.retiredAt && one.id !== unit.id).map(({ id }) => id);
  const heir = into ? unitName(into) : '';
  const goes = merging.data;
  return (
    <RegisterForm
      kind="merge-unit"
      title={t('admin.unit.merge')}
      act={t('admin.unit.merge')}
      lead={t('admin.unit.merge.lead')}
      danger
      doing={doing}
      onCancel={onDone}
      onSend={(form) => {
        const fault = !into ? 'heir' : typed(form, 'name') !== unit.name ? 'name' : null;
        setWrong(fault);
        if (!fault) doing.mutate({ kind: 'merge', given: { into } });
      }}
    >
      <UnitField
        label={t('admin.unit.heir')}
        value={into}
        onChange={setInto}
        among={others}
        must
        fault={wrong === 'heir' && !into ? t('admin.unit.merge.no-heir') : undefined}
      />
      {merging.error && !doing.error && <Fault error={merging.error} />}
      {goes && (
        <div className={style['goes']} aria-live="polite">
          <p>
            {t('admin.unit.merge.moves', {
              unit: unit.name,
              heir,
              matters: goes.matters,
              seats: goes.seats,
              units: goes.units,
            })}
          </p>
          {goes.heads.length > 1 && (
            <p>
              <strong>{t('admin.unit.merge.heads', { heir, n: goes.heads.length, heads: goes.heads })}</strong>
            </p>
          )}
        </div>
      )}
      <TextField
        label={t('admin.unit.merge.type')}
        name="name"
        required
        autoComplete="off"
        hint={t('admin.unit.merge.type.hint', { unit: unit.name })}
        fault={wrong === 'name' ? t('admin.unit.merge.mistyped', { unit: unit.name }) : undefined}
      />
    </RegisterForm>
  );
}
