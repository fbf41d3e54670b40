import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { uuidv7 } from '../../act-id.ts';
import { FieldRow } from '../../acts/FieldRow.tsx';
import field from '../../acts/Field.module.css';
import { api } from '../../api.ts';
import { Button } from '../../frame/Button.tsx';
import { announce } from '../../frame/announce.ts';
import { FrontSheet } from '../../frame/FrontSheet.tsx';
import { useT } from '../../i18n/language.tsx';
import { faultText } from '../../problems/faultText.ts';
import { signOut, useSession } from '../../session/session.ts';
import sheet from '../signin/SignInPage.module.css';

/** Changes one's own password: the first one before anything else, later whenever one likes. */
export function PasswordPage() {
  const t = useT();
  const router = useRouter();
  const queries = useQueryClient();
  const { caller, mustChange } = useSession();
  const [differs, setDiffers] = useState(false);
  const changing = useMutation({
    mutationFn: (body: { current: string; next: string }) =>
      api.put<void>('/api/session/password', { id: uuidv7(), ...body }),
    onSuccess: () => {
      queries.clear();
      announce(t('web.password.done'));
      router.history.push('/');
    },
  });
  /** Whoever came to another person's first password, on a machine that many use, is not kept here. */
  const leaving = useMutation({
    mutationFn: () => signOut(queries),
    onSuccess: () => router.navigate({ to: '/sign-in' }),
    onError: (error) => announce(faultText(t, error), 'fault'),
  });
  const send = (form: FormData) => {
    const typed = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const next = typed('next');
    const same = next === typed('again');
    setDiffers(!same);
    if (same) changing.mutate({ current: typed('current'), next });
  };
  return (
    <FrontSheet
      title={t('web.password')}
      lead={
        <>
          {caller.name}
          {mustChange && `　${t('web.password.what')}`}
        </>
      }
      foot={
        mustChange ? (
          <Button type="link" loading={leaving.isPending} onClick={() => leaving.mutate()}>
            {t('web.sign-out')}
          </Button>
        ) : (
          <Link to="/me">{t('web.back')}</Link>
        )
      }
    >
      <form
        className={sheet['form']}
        onSubmit={(event) => {
          event.preventDefault();
          send(new FormData(event.currentTarget));
        }}
      >
        {(['current', 'next', 'again'] as const).map((name) => (
          <FieldRow
            key={name}
            label={t(`web.password.${name}`)}
            hint={name === 'next' ? t('web.password.hint') : undefined}
            fault={name === 'again' && differs ? t('web.password.differs') : undefined}
          >
            {({ id, describedBy, invalid }) => (
              <input
                id={id}
                name={name}
                type="password"
                className={field['input']}
                aria-describedby={describedBy}
                aria-invalid={invalid}
                autoComplete={name === 'current' ? 'current-password' : 'new-password'}
                required
                maxLength={200}
              />
            )}
          </FieldRow>
        ))}
        <div role="alert" className={sheet['wrong']}>
          {changing.error && faultText(t, changing.error)}
        </div>
        <Button type="primary" htmlType="submit" size="large" block loading={changing.isPending}>
          {t('web.password.change')}
        </Button>
      </form>
    </FrontSheet>
  );
}
