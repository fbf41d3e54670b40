import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useRef, useState, type SubmitEvent } from 'react';
import { isPlaceCode } from '../../../src/founding/place.rules.ts';
import { uuidv7 } from '../../act-id.ts';
import { api, ApiProblem } from '../../api.ts';
import { Button } from '../../frame/Button.tsx';
import { announce } from '../../frame/announce.ts';
import { useT } from '../../i18n/language.tsx';
import { faultText } from '../../problems/faultText.ts';
import { fieldFaults } from '../../problems/fieldFaults.ts';
import { sessionQuery, signIn } from '../../session/session.ts';
import sheet from '../signin/SignInPage.module.css';
import { setupQuery } from './setup.queries.ts';
import { StartField } from './StartField.tsx';
import style from './StartPage.module.css';

type Founding = Record<'code' | 'name' | 'nameEn' | 'login' | 'person' | 'password', string> & { place: number };

/** The code, the city, its first administrator; founded, they are signed in and led to the first step. */
export function FoundForm() {
  const t = useT();
  const router = useRouter();
  const queries = useQueryClient();
  const [here, setHere] = useState<Record<string, string>>({});
  // Sent again, it is the same founding.
  const id = useRef(uuidv7());
  const founding = useMutation({
    mutationFn: async (given: Founding) => {
      await api.act('/api/setup', { id: id.current, ...given });
      return signIn(given.login, given.password);
    },
    onSuccess: (view) => {
      queries.clear();
      queries.setQueryData(setupQuery.queryKey, { open: false });
      queries.setQueryData(sessionQuery.queryKey, view);
      announce(t('start.founded', { name: view.cityName }));
      router.history.push('/');
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.problem.status === 410)
        queries.setQueryData(setupQuery.queryKey, { open: false });
    },
  });
  const faults: Record<string, string> = { ...fieldFaults(founding.error), ...here };
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const place = typed('place').trim();
    const wrong: Record<string, string> = {};
    if (!isPlaceCode(place)) wrong['place'] = t('setup.place-wrong', { place });
    if (typed('password') !== typed('again')) wrong['again'] = t('start.again.differs');
    setHere(wrong);
    const first = Object.keys(wrong)[0];
    if (first) return event.currentTarget.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    founding.mutate({
      code: typed('code'),
      place: Number(place),
      name: typed('name').trim(),
      nameEn: typed('nameEn').trim(),
      login: typed('login').trim().toLowerCase(),
      person: typed('person').trim(),
      password: typed('password'),
    });
  };
  const untold = founding.error && Object.keys(fieldFaults(founding.error)).length === 0;
  return (
    <form className={style['form']} onSubmit={send}>
      <fieldset className={style['part']}>
        <StartField name="code" label={t('start.code')} hint={t('start.code.hint')} fault={faults['code']} />
      </fieldset>
      <fieldset className={style['part']}>
        <legend>{t('start.city')}</legend>
        <p className="quiet">{t('start.city.lead')}</p>
        <StartField name="place" label={t('start.place')} hint={t('start.place.hint')} fault={faults['place']} />
        <div className={style['pair']}>
          <StartField name="name" label={t('start.name')} hint={t('start.name.hint')} fault={faults['name']} />
          <StartField name="nameEn" label={t('start.name-en')} hint={t('start.name-en.hint')} may />
        </div>
      </fieldset>
      <fieldset className={style['part']}>
        <legend>{t('start.person')}</legend>
        <p className="quiet">{t('start.person.lead')}</p>
        <div className={style['pair']}>
          <StartField name="person" label={t('start.person.name')} fault={faults['person']} />
          <StartField
            name="login"
            label={t('start.person.login')}
            hint={t('admin.person.login.hint')}
            fault={faults['login']}
          />
          <StartField
            name="password"
            label={t('start.password')}
            hint={t('web.password.hint')}
            fault={faults['password']}
          />
          <StartField name="again" label={t('start.again')} fault={faults['again']} />
        </div>
      </fieldset>
      <div role="alert" className={sheet['wrong']}>
        {untold && faultText(t, founding.error)}
      </div>
      <Button type="primary" htmlType="submit" size="large" block loading={founding.isPending}>
        {t('start.found')}
      </Button>
    </form>
  );
}
