import { MEASURES, type Measure } from '../../../../src/kernel/contract.ts';
import field from '../../../acts/Field.module.css';
import { useT } from '../../../i18n/language.tsx';
import { UnitPicker } from '../../../units/UnitPicker.tsx';
import { NumberInput } from './NumberInput.tsx';
import style from './NewPlan.module.css';
import type { RowProps } from './planRows.ts';

/** What an indicator promises: at least or at most how much, in which measure, and whose it is. */
export function IndicatorFields({ n, row, fault, onChange }: RowProps) {
  const t = useT();
  const named = (key: string) => `${t('plans.item', { n })} ${t(key)}`;
  return (
    <div className={style['fields']}>
      <label>
        <span>{t('plans.sense')}</span>
        <select
          className={field['input']}
          aria-label={named('plans.sense')}
          value={row.sense}
          onChange={(event) => onChange({ sense: event.target.value === 'most' ? 'most' : 'least' })}
        >
          <option value="least">{t('plans.sense.least')}</option>
          <option value="most">{t('plans.sense.most')}</option>
        </select>
      </label>
      <NumberInput
        label={t('plans.quantity')}
        name={named('plans.quantity')}
        value={row.quantity}
        invalid={fault === 'quantity' || fault === 'parts'}
        onChange={(quantity) => onChange({ quantity })}
      />
      <label>
        <span>{t('plans.measure')}</span>
        <select
          className={field['input']}
          aria-label={named('plans.measure')}
          aria-invalid={fault === 'measure'}
          value={row.in}
          onChange={(event) => onChange({ in: event.target.value as Measure })}
        >
          <option value="">{t('plans.measure.choose')}</option>
          {MEASURES.map((unit) => (
            <option key={unit} value={unit}>
              {t(`measure.${unit}`)}
            </option>
          ))}
        </select>
      </label>
      <div className={style['unit']}>
        <span aria-hidden>{t('plans.lead-unit')}</span>
        <UnitPicker
          label={named('plans.lead-unit')}
          value={row.lead}
          onChange={(lead) => onChange({ lead, co: row.co.filter((unit) => unit !== lead) })}
        />
      </div>
    </div>
  );
}
