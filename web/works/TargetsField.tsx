import fieldStyle from '../acts/Field.module.css';
import { DayField } from '../days/DayField.tsx';
import { Button } from '../frame/Button.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { PlanField } from './PlanField.tsx';
import { promisesIn, type Promisable, type Promised } from './promises.ts';
import { SenseOptions } from './SenseOptions.tsx';
import style from './Works.module.css';

type Props = {
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  known: readonly Promisable[];
  value: unknown;
  onChange: (promises: Promised[]) => void;
};

/** What a new matter promises a quantity of: how much of what, in which unit, by when and by which plan; each at most once. */
export function TargetsField({ label, hint, fault, known, value, onChange }: Props) {
  const { t, language } = useLanguage();
  const promises = promisesIn(value);
  const put = (n: number, change: Partial<Promised>) =>
    onChange(promises.map((one, i) => (i === n ? { ...one, ...change } : one)));
  const free = known.filter(({ target }) => !promises.some((one) => one.target === target));
  return (
    <fieldset className={style['list']}>
      <legend>{label}</legend>
      {hint && <p className="quiet">{hint}</p>}
      {promises.map((one, n) => {
        const of = known.find(({ target }) => target === one.target);
        const name = of?.name[language] ?? one.target;
        return (
          <fieldset key={one.target} className={style['list']}>
            <legend>{name}</legend>
            {of?.own && (
              <div className={style['promise']}>
                <label className={fieldStyle['label']}>
                  {t('web.field.sense')}
                  <select
                    className={fieldStyle['input']}
                    value={one.sense ?? 'least'}
                    onChange={(event) => put(n, { sense: event.target.value })}
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
                    onChange={(event) => put(n, { start: decimalIn(event.target.value) })}
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
                  onChange={(event) => put(n, { quantity: decimalIn(event.target.value) })}
                />
              </label>
              <label className={fieldStyle['label']}>
                {t('web.field.in')}
                <select
                  className={fieldStyle['input']}
                  value={one.in || of?.in}
                  onChange={(event) => put(n, { in: event.target.value })}
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
                  onChange={(by) => put(n, { by })}
                  onUnreadable={(by) => put(n, { by })}
                />
              </div>
            </div>
            <PlanField
              label={t('web.field.plan')}
              hint={t('web.field.target.plan.hint')}
              fault={undefined}
              value={one.plan}
              onChange={(plan) => put(n, { plan })}
            />
            <Button
              size="small"
              aria-label={t('works.promise.remove', { target: name })}
              onClick={() => onChange(promises.filter((_, i) => i !== n))}
            >
              {t('works.remove')}
            </Button>
          </fieldset>
        );
      })}
      <div className={style['ways']}>
        {free.map(({ target, name, in: unit, by = '' }) => (
          <Button
            key={target}
            size="small"
            onClick={() => onChange([...promises, { target, quantity: '', in: unit, by, plan: [] }])}
          >
            {t('works.promise.add', { target: name[language] })}
          </Button>
        ))}
      </div>
      {fault && <span className={fieldStyle['fault']}>{fault}</span>}
    </fieldset>
  );
}

/** A number as it is typed, without what only makes it easier to read. */
const decimalIn = (text: string): string => text.replace(/[。．]/gu, '.').replace(/[\s,，]/gu, '');
