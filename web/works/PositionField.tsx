import { useState } from 'react';
import type { Position } from '../../src/matters/targets/target.contract.ts';
import { Button } from '../frame/Button.tsx';
import { useT } from '../i18n/language.tsx';
import { whereAmI } from './position.ts';
import style from './Works.module.css';

type Props = { label: string; value: Position | null; onChange: (position: Position | null) => void };

/** Where somebody stands, by their own device and when they ask for it; how exact that is; taken back again. */
export function PositionField({ label, value, onChange }: Props) {
  const t = useT();
  const [state, setState] = useState<'idle' | 'asking' | 'denied' | 'unknown'>('idle');
  const ask = async () => {
    setState('asking');
    const found = await whereAmI();
    setState(typeof found === 'string' ? found : 'idle');
    if (typeof found !== 'string') onChange(found);
  };
  return (
    <fieldset className={style['list']}>
      <legend>{label}</legend>
      <p aria-live="polite" className="quiet">
        {value && t('works.position.taken', { metres: value.accuracy })}
        {!value && t(state === 'idle' ? 'works.position.why' : `works.position.${state}`)}
      </p>
      {value ? (
        <Button size="small" onClick={() => onChange(null)}>
          {t('works.remove')}
        </Button>
      ) : (
        <Button size="small" loading={state === 'asking'} onClick={() => void ask()}>
          {t('works.position.take')}
        </Button>
      )}
    </fieldset>
  );
}
