import { useState, type SubmitEvent } from 'react';
import { api } from '../../../api.ts';
import { Button } from '../../../frame/Button.tsx';
import { announce } from '../../../frame/announce.ts';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import style from './NoticeSettings.module.css';
import { useWay } from './useWay.ts';

/** The six digits that came by mail. */
export function CodeField({ address }: { address: string }) {
  const t = useT();
  const [code, setCode] = useState('');
  const confirming = useWay(
    (digits: string) => api.post('/api/notices/settings/mail/confirmation', { code: digits }),
    () => announce(t('web.notices.confirmed')),
  );
  const confirm = (event: SubmitEvent) => {
    event.preventDefault();
    confirming.mutate(code.trim());
  };
  return (
    <>
      <p className="quiet">{t('web.notices.code-sent', { address })}</p>
      <form className={style['row']} onSubmit={confirm}>
        <input
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="\s*\d{6}\s*"
          aria-label={t('web.notices.code')}
          placeholder={t('web.notices.code')}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button htmlType="submit" loading={confirming.isPending}>
          {t('web.notices.confirm')}
        </Button>
      </form>
      {confirming.error && <Fault error={confirming.error} />}
    </>
  );
}
