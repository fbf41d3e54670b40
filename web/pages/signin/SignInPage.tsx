import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ApiProblem } from '../../api.ts';
import { Button } from '../../frame/Button.tsx';
import { FrontSheet } from '../../frame/FrontSheet.tsx';
import { useT } from '../../i18n/language.tsx';
import { faultText } from '../../problems/faultText.ts';
import { whyOut } from '../../session/out.ts';
import { sessionQuery, signIn } from '../../session/session.ts';
import field from '../../acts/Field.module.css';
import style from './SignInPage.module.css';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const t = useT();
  const router = useRouter();
  const queries = useQueryClient();
  const { to } = route.useSearch();
  const password = useRef<HTMLInputElement>(null);
  const login = useRef<HTMLInputElement>(null);
  const why = whyOut(queries, t('web.sign-in.over'));
  useEffect(() => login.current?.focus(), []);

  const entering = useMutation({
    mutationFn: (form: FormData) => signIn(text(form, 'login'), text(form, 'password')),
    onSuccess: (view) => {
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, view);
      router.history.push(to ?? '/');
    },
    // What was typed stays; a wrong password is marked so that the next key replaces it.
    onError: () => password.current?.select(),
  });
  const limited = entering.error instanceof ApiProblem && entering.error.problem.status === 429;

  return (
    <FrontSheet title={t('web.motto')} tab={t('web.sign-in')} lead={t('web.motto.what')} foot={t('web.sign-in.help')}>
      <form
        className={style['form']}
        onSubmit={(event) => {
          event.preventDefault();
          entering.mutate(new FormData(event.currentTarget));
        }}
      >
        {why && !entering.error && <output className={style['why']}>{why}</output>}
        <label className={field['field']}>
          <span className={field['label']}>{t('web.sign-in.login')}</span>
          <input
            ref={login}
            className={field['input']}
            name="login"
            autoComplete="username"
            required
            maxLength={80}
            autoCapitalize="none"
          />
        </label>
        <label className={field['field']}>
          <span className={field['label']}>{t('web.sign-in.password')}</span>
          <input
            ref={password}
            className={field['input']}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={200}
          />
        </label>
        <div role="alert" className={style['wrong']} data-limited={limited}>
          {entering.error && faultText(t, entering.error)}
        </div>
        <Button type="primary" htmlType="submit" size="large" block loading={entering.isPending}>
          {t('web.sign-in')}
        </Button>
      </form>
    </FrontSheet>
  );
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};
