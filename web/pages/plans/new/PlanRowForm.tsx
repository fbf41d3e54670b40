import { MEASURES, type Measure } from '../../../../src/kernel/contract.ts';
import field from '../../../acts/Field.module.css';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { UnitPicker } from '../../../units/UnitPicker.tsx';
import type { Missing, PlanRow } from './planRows.ts';
import style from './NewPlan.module.css';

type Props = {
  n: number;
  row: PlanRow;
  fault: Missing['code'] | null;
  onChange: (change: Partial<PlanRow>) => void;
  onRemove: () => void;
  onAdd: () => void;
};

/** One matter of a plan that is looked over: its words; of an indicator also how much, in which unit, by quarter, and by whom. */
export function PlanRowForm({ n, row, fault, onChange, onRemove, onAdd }: Props) {
  const t = useT();
  const named = (key: string) => `${t('plans.item', { n })} ${t(key)}`;
  const number = (value: string) => value.replace(/[。．]/gu, '.').replace(/[\s,，]/gu, '');
  const input = (key: 'quantity' | 'start' | 'weight', label: string) => (
    <label>
      <span>{t(label)}</span>
      <input
        className={field['input']}
        aria-label={named(label)}
        aria-invalid={fault === key}
        inputMode="decimal"
        maxLength={19}
        value={row[key]}
        onChange={(event) => onChange({ [key]: number(event.target.value) })}
      />
    </label>
  );
  return (
    <li className={style['row']} data-indicator={row.indicator} style={{ '--depth': row.depth } as React.CSSProperties}>
      <div className={style['line']}>
        <span className={style['n']} aria-hidden>
          {n}
        </span>
        <input
          className={`${field['input']} ${style['words']}`}
          aria-label={named('plans.words')}
          aria-invalid={fault === 'words'}
          maxLength={400}
          value={row.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
        <Button size="small" aria-label={`${t('plans.remove')} ${row.text}`} onClick={onRemove}>
          {t('plans.remove')}
        </Button>
      </div>
      {row.indicator && (
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
          {input('quantity', 'plans.quantity')}
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
      )}
      {row.unsure.length > 0 && (
        <p className={style['unsure']}>
          {row.unsure
            .filter((one) => !(one === 'unit' && row.lead) && !(one === 'measure' && row.in))
            .map((one) => t(`plans.unsure.${one}`))
            .join(t('trees.and'))}
        </p>
      )}
      <details className={style['more']}>
        <summary>{t(row.indicator ? 'plans.quarters' : 'plans.weight')}</summary>
        <div className={style['fields']}>
          {row.indicator &&
            row.quarters.map((value, i) => (
              <label key={i}>
                <span>{t('plans.quarter', { n: i + 1 })}</span>
                <input
                  className={field['input']}
                  aria-label={`${t('plans.item', { n })} ${t('plans.quarter', { n: i + 1 })}`}
                  aria-invalid={fault === 'plan'}
                  inputMode="decimal"
                  maxLength={19}
                  placeholder={t('plans.quarters.even')}
                  value={value}
                  onChange={(event) =>
                    onChange({ quarters: row.quarters.with(i, number(event.target.value)) as [string, string, string] })
                  }
                />
              </label>
            ))}
          {row.indicator && input('start', 'plans.start')}
          {input('weight', 'plans.weight')}
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
        {row.rest && <p className="quiet">{row.rest}</p>}
        <Button size="small" onClick={onAdd}>
          {t('plans.add')}
        </Button>
      </details>
    </li>
  );
}
