import { useState } from 'react';
import type { z } from 'zod';
import type { CodeAsked, CounterSession } from '../../../src/counter/contract.ts';
import { creditCodeFault, creditCodeOf } from '../../../src/directory/enterprises/credit-code.rules.ts';
import { api } from '../../api.ts';
import { useUntilTyped } from '../../problems/useUntilTyped.ts';
import { ofCity } from '../city.ts';
import { useDoing } from '../ask.ts';
import style from '../Counter.module.css';
import { Field } from '../Field.tsx';
import { Trouble } from '../Trouble.tsx';
import { Way } from '../way.tsx';
import { useWords } from '../words.tsx';

/** For an enterprise: its credit code and a confirmed contact, then the code that was sent there. */
export function SignInPage({ onIn }: { onIn: (session: CounterSession) => void }) {
  const { t } = useWords();
  const [enterprise, setEnterprise] = useState('');
  const [contact, setContact] = useState('');
  const [asked, setAsked] = useState<z.infer<typeof CodeAsked> | null>(null);
  const [code, setCode] = useState('');
  const doing = useDoing();
  const { standing, onInput } = useUntilTyped(doing.error);
  const mistyped = enterprise.length >= 18 && creditCodeFault(creditCodeOf(enterprise)) !== null;
  const ask = async () => setAsked(await api.post(ofCity('/api/counter/codes'), { enterprise, contact }));
  const enter = async () =>
    onIn(await api.post<CounterSession>(ofCity('/api/counter/session'), { challenge: asked!.challenge, code }));
  return (
    <>
      <h1>{t('appeal.sign-in')}</h1>
      <p className="quiet">{t('appeal.sign-in.lead')}</p>
      <form
        className={style['form']}
        onInput={onInput}
        onSubmit={(event) => {
          event.preventDefault();
          void doing.run(asked ? enter : ask);
        }}
      >
        <Field
          label={t('appeal.credit-code')}
          hint={t(mistyped ? 'appeal.credit-code.wrong' : 'appeal.credit-code.hint')}
        >
          {(control) => (
            <input
              {...control}
              required
              maxLength={24}
              autoCapitalize="characters"
              spellCheck={false}
              autoComplete="off"
              aria-invalid={mistyped}
              readOnly={asked !== null}
              value={enterprise}
              onChange={(e) => setEnterprise(e.target.value)}
            />
          )}
        </Field>
        <Field label={t('appeal.contact.confirmed')} hint={t('appeal.contact.confirmed.hint')}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={254}
              autoComplete="tel"
              readOnly={asked !== null}
              value={contact}
              onChange={(e) => setContact(e.target.value)}
            />
          )}
        </Field>
        {asked && (
          <Field label={t('appeal.code')} hint={t('appeal.code.hint', { minutes: asked.minutes })}>
            {(control) => (
              <input
                {...control}
                required
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- it appears when asked for, and is what comes next
                autoFocus
                inputMode="numeric"
                autoComplete="one-time-code"
                pattern="\d{6}"
                maxLength={6}
                value={code}
                onChange={(e) => setCode(e.target.value)}
              />
            )}
          </Field>
        )}
        {standing && <Trouble error={standing} />}
        <button type="submit" className={style['primary']} disabled={doing.busy}>
          {t(asked ? 'appeal.enter' : 'appeal.code.ask')}
        </button>
        {asked && (
          <button type="button" className={style['plain']} onClick={() => (setAsked(null), setCode(''))}>
            {t('appeal.code.other')}
          </button>
        )}
      </form>
      <p className="quiet">
        {t('appeal.sign-in.else')} <Way to="/appeal/new">{t('appeal.new')}</Way>
      </p>
    </>
  );
}
