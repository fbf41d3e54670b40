import fieldStyle from '../acts/Field.module.css';
import { DayField } from '../days/DayField.tsx';
import { decimalIn } from '../format/decimalIn.ts';
import { Button } from '../frame/Button.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { PlanField } from './PlanField.tsx';
import type { Promisable, Promised } from './promises.ts';
import { SenseOptions } from './SenseOptions.tsx';
import style from './Works.module.css';

type Props = {
  one: Promised;
  /** What may be promised of it; undefined where its mechanism knows it no more. */
  of: Promisable | undefined;
  put: (change: Partial<Promised>) => void;
  onRemove: () => void;
};

/** One quantity that is promised: how much, in which unit, by when and by which plan; of a measure of one's own also which way is good. */
export function PromiseFields({ one, of, put, onRemove }: Props) {
  const { t, language } = useLanguage();
  const name = of?.name[language] ?? one.target;
  return (
    <fieldset className={style['list']}>
      <legend>{name}</legend>
      {of?.own && (
        <div className={style['promise']}>
          <label className={fieldStyle['label']}>
            {t('web.field.sense')}
            <select
              className={fieldStyle['input']}
              value={one.sense ?? 'least'}
              onChange={(event) => put({ sense: event.target.value })}
            >
              <SenseOptions />
            </select>
          </label>
          <label className={fieldStyle['label']}>
            {t('plans.start')}
            <input
              className={fieldStyle['input']}
              inputMode="decimal"
              autoComplete="off"
              maxLength={19}
              value={one.start ?? ''}
              onChange={(event) => put({ start: decimalIn(event.target.value) })}
            />
          </label>
        </div>
      )}
      <div className={style['promise']}>
        <label className={fieldStyle['label']}>
          {t('web.field.quantity')}
          <input
            className={fieldStyle['input']}
            aria-required
            inputMode="decimal"
            autoComplete="off"
            maxLength={19}
            value={one.quantity}
            onChange={(event) => put({ quantity: decimalIn(event.target.value) })}
          />
        </label>
        <label className={fieldStyle['label']}>
          {t('web.field.in')}
          <select
            className={fieldStyle['input']}
            value={one.in || of?.in}
            onChange={(event) => put({ in: event.target.value })}
          >
            {(of?.also ?? []).map((unit) => (
              <option key={unit} value={unit}>
                {t(`measure.${unit}`)}
              </option>
            ))}
          </select>
        </label>
        <div className={fieldStyle['label']}>
          <span aria-hidden>{t('web.field.by')}</span>
          <DayField
            ahead
            label={t('web.field.by')}
            value={one.by}
            onChange={(by) => put({ by })}
            onUnreadable={(by) => put({ by })}
          />
        </div>
      </div>
      <PlanField
        label={t('web.field.plan')}
        hint={t('web.field.target.plan.hint')}
        fault={undefined}
        value={one.plan}
        onChange={(plan) => put({ plan })}
      />
      <Button size="small" aria-label={t('works.promise.remove', { target: name })} onClick={onRemove}>
        {t('works.remove')}
      </Button>
    </fieldset>
  );
}
