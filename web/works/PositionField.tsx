import { useState } from 'react';
import { kilometres } from '../../src/matters/targets/away.rules.ts';
import type { Position } from '../../src/matters/targets/target.contract.ts';
import { Button } from '../frame/Button.tsx';
import { useT } from '../i18n/language.tsx';
import { whereAmI } from './position.ts';
import style from './Works.module.css';

type Props = {
  label: string;
  value: Position | null;
  /** How many metres from the site that is, where it is not on it. */
  away: number | null;
  onChange: (position: Position | null) => void;
};

/** Where somebody stands, by their own device and when they ask for it; how exact that is; taken back again. */
export function PositionField({ label, value, away, onChange }: Props) {
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
      {away !== null && (
        <p role="alert" className={style['short']}>
          {t('works.position.away', { km: kilometres(away) })}
        </p>
      )}
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
