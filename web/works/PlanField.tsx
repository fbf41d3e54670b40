import fieldStyle from '../acts/Field.module.css';
import { DayField } from '../days/DayField.tsx';
import { Button } from '../frame/Button.tsx';
import { useT } from '../i18n/language.tsx';
import style from './Works.module.css';

export type PlanPoint = { on: string; quantity: string };
type Props = {
  label: string;
  hint: string | undefined;
  fault: string | undefined;
  value: readonly PlanPoint[];
  onChange: (plan: PlanPoint[]) => void;
};

/** The plan between beginning and end: by which day how much. Left empty, it is the straight line. */
export function PlanField({ label, hint, fault, value, onChange }: Props) {
  const t = useT();
  const put = (n: number, point: PlanPoint) => onChange(value.map((one, i) => (i === n ? point : one)));
  return (
    <fieldset className={style['list']}>
      <legend>{label}</legend>
      {hint && <p className="quiet">{hint}</p>}
      {value.map((point, n) => (
        <div key={n} className={style['point']}>
          <DayField
            ahead
            label={t('works.plan.day', { n: n + 1 })}
            value={point.on}
            onChange={(on) => put(n, { ...point, on })}
            onUnreadable={(on) => put(n, { ...point, on })}
          />
          <input
            className={fieldStyle['input']}
            aria-label={t('works.plan.quantity', { n: n + 1 })}
            inputMode="decimal"
            maxLength={19}
            value={point.quantity}
            onChange={(event) => put(n, { ...point, quantity: event.target.value })}
          />
          <Button
            size="small"
            aria-label={t('works.plan.remove', { n: n + 1 })}
            onClick={() => onChange(value.filter((_, i) => i !== n))}
          >
            {t('works.remove')}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...value, { on: '', quantity: '' }])}>
        {t('works.plan.add')}
      </Button>
      {fault && <span className={fieldStyle['fault']}>{fault}</span>}
    </fieldset>
  );
}
