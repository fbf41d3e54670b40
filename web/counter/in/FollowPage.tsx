import { useState } from 'react';
import type { CounterSession } from '../../../src/counter/contract.ts';
import { api } from '../../api.ts';
import { useUntilTyped } from '../../problems/useUntilTyped.ts';
import { ofCity } from '../city.ts';
import { useDoing } from '../ask.ts';
import style from '../Counter.module.css';
import { Field } from '../Field.tsx';
import { Trouble } from '../Trouble.tsx';
import { useWords } from '../words.tsx';
import { handed, handOn } from './handed.ts';

/** By the number of an appeal and the code that was shown when it was sent. */
export function FollowPage({ onIn }: { onIn: (session: CounterSession) => void }) {
  const { t } = useWords();
  const [number, setNumber] = useState(() => handed()?.number ?? '');
  const [pass, setPass] = useState(() => handed()?.pass ?? '');
  const going = useDoing();
  const { standing, onInput } = useUntilTyped(going.error);
  const follow = async () => {
    const session = await api.post<CounterSession>(ofCity('/api/counter/session'), { number, pass });
    handOn(null);
    onIn(session);
  };
  return (
    <>
      <h1>{t('appeal.follow')}</h1>
      <form
        className={style['form']}
        onInput={onInput}
        onSubmit={(event) => {
          event.preventDefault();
          void going.run(follow);
        }}
      >
        <Field label={t('appeal.number')} hint={t('appeal.number.hint')}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={60}
              autoComplete="off"
              value={number}
              onChange={(e) => setNumber(e.target.value)}
            />
          )}
        </Field>
        <Field label={t('appeal.pass')} hint={t('appeal.pass.hint')}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={30}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              value={pass}
              onChange={(e) => setPass(e.target.value)}
            />
          )}
        </Field>
        {standing && <Trouble error={standing} />}
        <button type="submit" className={style['primary']} disabled={going.busy}>
          {t('appeal.look')}
        </button>
      </form>
    </>
  );
}
