import fieldStyle from '../acts/Field.module.css';
import { Button } from '../frame/Button.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { PromiseFields } from './PromiseFields.tsx';
import { promisesIn, type Promisable, type Promised } from './promises.ts';
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
  const free = known.filter(({ target }) => !promises.some((one) => one.target === target));
  return (
    <fieldset className={style['list']}>
      <legend>{label}</legend>
      {hint && <p className="quiet">{hint}</p>}
      {promises.map((one, n) => (
        <PromiseFields
          key={one.target}
          one={one}
          of={known.find(({ target }) => target === one.target)}
          put={(change) => onChange(promises.with(n, { ...one, ...change }))}
          onRemove={() => onChange(promises.toSpliced(n, 1))}
        />
      ))}
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
