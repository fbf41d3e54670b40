import { useState, type SubmitEvent } from 'react';
import type { NoticeSettings } from '../../../../src/notices/contract.ts';
import { api } from '../../../api.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { CodeField } from './CodeField.tsx';
import style from './NoticeSettings.module.css';
import { TestSend } from './TestSend.tsx';
import { useWay } from './useWay.ts';

/** My mail address: given, confirmed by a code, tried, taken away. */
export function MailWay({ settings: { mail } }: { settings: NoticeSettings }) {
  const t = useT();
  const [address, setAddress] = useState(mail.address ?? '');
  const giving = useWay((to: string) => api.put('/api/notices/settings/mail', { address: to }));
  const dropping = useWay(() => api.remove('/api/notices/settings/mail'));
  const give = (event: SubmitEvent) => {
    event.preventDefault();
    giving.mutate(address.trim());
  };
  if (!mail.available)
    return (
      <div className={style['way']}>
        <h3>{t('web.notices.mail')}</h3>
        <p className="quiet">{t('notice.mail-not-set-up')}</p>
      </div>
    );
  return (
    <div className={style['way']}>
      <h3>{t('web.notices.mail')}</h3>
      {mail.confirmed ? (
        <div className={style['row']}>
          <span>{mail.address}</span>
          <TestSend channel="mail" />
          <Button loading={dropping.isPending} onClick={() => dropping.mutate(undefined)}>
            {t('web.notices.drop')}
          </Button>
        </div>
      ) : (
        <>
          <form className={style['row']} onSubmit={give}>
            <input
              type="email"
              required
              autoComplete="email"
              aria-label={t('web.notices.mail')}
              placeholder="name@example.gov.cn"
              value={address}
              onChange={(event) => setAddress(event.target.value)}
            />
            <Button htmlType="submit" loading={giving.isPending}>
              {t(mail.address ? 'web.notices.code-again' : 'web.notices.code-send')}
            </Button>
          </form>
          {mail.address && <CodeField address={mail.address} />}
        </>
      )}
      {(giving.error ?? dropping.error) && <Fault error={giving.error ?? dropping.error} />}
    </div>
  );
}
