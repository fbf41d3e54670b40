import { useState } from 'react';
import type { RowFix, RowPlan } from '../../../../src/intake/sheets/contract.ts';
import { FieldRow } from '../../../acts/FieldRow.tsx';
import field from '../../../acts/Field.module.css';
import { DayField } from '../../../days/DayField.tsx';
import { isDay } from '../../../days/typedDay.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { UnitPicker } from '../../../units/UnitPicker.tsx';
import style from './Review.module.css';

type Props = { plan: RowPlan; busy: boolean; onSave: (fix: RowFix) => void; onLeave: () => void };

/** Puts one row right. Only what was changed is kept as put right; the rest stays what the file says. */
export function RowForm({ plan, busy, onSave, onLeave }: Props) {
  const t = useT();
  const [fix, setFix] = useState<RowFix>({});
  const now = { ...plan, ...fix };
  const put = (change: RowFix) => setFix({ ...fix, ...change });
  const words = (name: 'text' | 'area' | 'aim') => (
    <FieldRow label={t(`import.field.${name}`)}>
      {({ id }) =>
        name === 'text' ? (
          <textarea
            id={id}
            className={field['input']}
            value={now.text}
            onChange={({ target }) => put({ text: target.value })}
          />
        ) : (
          <input
            id={id}
            className={field['input']}
            value={now[name] ?? ''}
            onChange={({ target }) => put({ [name]: target.value || null })}
          />
        )
      }
    </FieldRow>
  );
  return (
    <form
      className={style['form']}
      onSubmit={(event) => {
        event.preventDefault();
        // Beside the field stands that no day can be read from it.
        if (!now.due || isDay(now.due)) onSave(fix);
      }}
    >
      {words('text')}
      <FieldRow label={t('import.field.lead')}>
        {({ id }) => (
          <UnitPicker
            id={id}
            label={t('import.field.lead')}
            value={now.lead ?? null}
            onChange={(lead) => put({ lead })}
          />
        )}
      </FieldRow>
      <FieldRow label={t('import.field.co')}>
        {({ id }) => (
          <UnitPicker id={id} many label={t('import.field.co')} value={now.co ?? []} onChange={(co) => put({ co })} />
        )}
      </FieldRow>
      <FieldRow label={t('import.field.due')}>
        {({ id }) => (
          <DayField
            id={id}
            ahead
            value={now.due ?? ''}
            onChange={(due) => put({ due: due || null })}
            onUnreadable={(due) => put({ due })}
          />
        )}
      </FieldRow>
      {words('area')}
      {words('aim')}
      <label className={field['check']}>
        <input
          type="checkbox"
          checked={now.confidential}
          onChange={({ target }) => put({ confidential: target.checked })}
        />
        {t('import.field.confidential')}
      </label>
      <div className={style['formEnds']}>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('import.save')}
        </Button>
        <Button onClick={onLeave}>{t('web.cancel')}</Button>
      </div>
    </form>
  );
}
