import { useId } from 'react';
import { Verdict, type GateView } from '../../src/matters/gates/gate.contract.ts';
import fieldStyle from '../acts/Field.module.css';
import { ChoiceField } from '../acts/ChoiceField.tsx';
import { Button } from '../frame/Button.tsx';
import { useLanguage } from '../i18n/language.tsx';
import style from './Works.module.css';

export type Looked = { item: string; verdict: Verdict; text?: string | null };
type Props = {
  label: string;
  fault: string | undefined;
  gate: GateView | undefined;
  value: readonly Looked[];
  onChange: (looked: Looked[]) => void;
};

/** Everything that is looked at at a gate, each with what was found; what is wanting is said in words. */
export function CheckList({ label, fault, gate, value, onChange }: Props) {
  const { t, language } = useLanguage();
  const id = useId();
  if (!gate) return <p className="quiet">{t('works.choose-gate')}</p>;
  // What was found at another gate is not of this one.
  const here = value.filter(({ item }) => gate.items.some((one) => one.item === item));
  const put = (next: Looked) => onChange([...here.filter(({ item }) => item !== next.item), next]);
  const all = () => onChange(gate.items.map(({ item }) => ({ item, verdict: 'pass' })));
  const options = Verdict.options.map((verdict) => ({ value: verdict, label: t(`works.verdict.${verdict}`) }));
  return (
    <fieldset className={style['list']}>
      <legend>{label}</legend>
      <Button size="small" onClick={all}>
        {t('works.all-pass')}
      </Button>
      {gate.items.map(({ item, name }) => {
        const found = here.find((one) => one.item === item);
        return (
          <div key={item} className={style['item']}>
            <p>{name[language]}</p>
            <ChoiceField
              id={`${id}-${item}`}
              label={name[language]}
              describedBy={undefined}
              options={options}
              value={found?.verdict}
              onChange={(verdict) => put({ item, verdict, ...(found?.text ? { text: found.text } : {}) })}
            />
            {found?.verdict === 'fail' && (
              <input
                className={fieldStyle['input']}
                aria-label={t('works.wanting-of', { item: name[language] })}
                placeholder={t('works.wanting')}
                maxLength={1000}
                value={found.text ?? ''}
                onChange={(event) => put({ item, verdict: 'fail', text: event.target.value || null })}
              />
            )}
          </div>
        );
      })}
      {fault && <span className={fieldStyle['fault']}>{fault}</span>}
    </fieldset>
  );
}
