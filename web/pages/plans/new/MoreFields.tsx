import { useT } from '../../../i18n/language.tsx';
import { UnitPicker } from '../../../units/UnitPicker.tsx';
import { NumberInput } from './NumberInput.tsx';
import style from './NewPlan.module.css';
import type { RowProps } from './planRows.ts';

/** What most rows leave as it is: how much by each quarter, where it begins, its weight, and which units help. */
export function MoreFields({ n, row, fault, onChange }: RowProps) {
  const t = useT();
  const named = (key: string) => `${t('plans.item', { n })} ${t(key)}`;
  const number = (key: 'start' | 'weight') => (
    <NumberInput
      label={t(`plans.${key}`)}
      name={named(`plans.${key}`)}
      value={row[key]}
      invalid={fault === key || (key === 'start' && fault === 'parts')}
      onChange={(value) => onChange({ [key]: value })}
    />
  );
  return (
    <div className={style['fields']}>
      {row.indicator &&
        row.quarters.map((value, i) => (
          <NumberInput
            key={i}
            label={t('plans.quarter', { n: i + 1 })}
            name={`${t('plans.item', { n })} ${t('plans.quarter', { n: i + 1 })}`}
            value={value}
            invalid={fault === 'plan'}
            placeholder={t('plans.quarters.even')}
            onChange={(typed) =>
              onChange({ quarters: row.quarters.with(i, typed) as [string, string, string], checked: true })
            }
          />
        ))}
      {row.indicator && number('start')}
      {number('weight')}
      {row.indicator && (
        <div className={style['unit']}>
          <span aria-hidden>{t('plans.co-units')}</span>
          <UnitPicker
            many
            label={named('plans.co-units')}
            value={row.co}
            onChange={(co) => onChange({ co: co.filter((unit) => unit !== row.lead) })}
          />
        </div>
      )}
    </div>
  );
}
