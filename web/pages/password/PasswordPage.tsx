import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { uuidv7 } from '../../act-id.ts';
import { FieldRow } from '../../acts/FieldRow.tsx';
import field from '../../acts/Field.module.css';
import { api } from '../../api.ts';
import { Button } from '../../frame/Button.tsx';
import { announce } from '../../frame/announce.ts';
import { useT } from '../../i18n/language.tsx';
import { faultText } from '../../problems/faultText.ts';
import sheet from '../signin/SignInPage.module.css';

/** Changes one's own password: the first one before anything else, later whenever one likes. */
export function PasswordPage() {
  const t = useT();
  const router = useRouter();
  const queries = useQueryClient();
  const [differs, setDiffers] = useState(false);
  useEffect(() => {
    document.title = `${t('web.password')} · 回音`;
  }, [t]);
  const changing = useMutation({
    mutationFn: (body: { current: string; next: string }) =>
      api.put<void>('/api/session/password', { id: uuidv7(), ...body }),
    onSuccess: () => {
      queries.clear();
      announce(t('web.password.done'));
      router.history.push('/');
    },
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
    <main className={sheet['page']} id="page">
      <div className={sheet['sheet']}>
        <h1 className={sheet['motto']} tabIndex={-1}>
          {t('web.password')}
        </h1>
        <p className={sheet['what']}>{t('web.password.what')}</p>
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
      </div>
    </main>
  );
}
