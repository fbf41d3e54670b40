import { useState, type SubmitEvent } from 'react';
import type { GiveWebhook, HookForm, NoticeSettings } from '../../../../src/notices/contract.ts';
import { api } from '../../../api.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import style from './NoticeSettings.module.css';
import { TestSend } from './TestSend.tsx';
import { useWay } from './useWay.ts';

const forms: readonly HookForm[] = ['wecom', 'dingtalk', 'plain'];

/** My webhook: a group robot, or a system of our own that checks the signature. */
export function WebhookWay({ settings: { webhook } }: { settings: NoticeSettings }) {
  const t = useT();
  const [form, setForm] = useState<HookForm>(webhook?.form ?? 'wecom');
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [own, setOwn] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const giving = useWay(
    (given: GiveWebhook) => api.put<{ secret: string | null }>('/api/notices/settings/webhook', given),
    ({ secret }) => setTold(secret),
  );
  const dropping = useWay(
    () => api.remove('/api/notices/settings/webhook'),
    () => setTold(null),
  );
  const give = (event: SubmitEvent) => {
    event.preventDefault();
    giving.mutate({ form, url: url.trim(), ...(form === 'dingtalk' && own.trim() ? { secret: own.trim() } : {}) });
  };
  return (
    <div className={style['way']}>
      <h3>{t('web.notices.webhook')}</h3>
      <p className="quiet">{t('web.notices.webhook-hint')}</p>
      <form className={style['row']} onSubmit={give}>
        <select
          aria-label={t('web.notices.form')}
          value={form}
          onChange={(event) => setForm(event.target.value as HookForm)}
        >
          {forms.map((one) => (
            <option key={one} value={one}>
              {t(`notice.form.${one}`)}
            </option>
          ))}
        </select>
        <input
          type="url"
          required
          aria-label={t('web.notices.url')}
          placeholder="https://"
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
        {form === 'dingtalk' && (
          <input
            aria-label={t('web.notices.sign')}
            placeholder={t('web.notices.sign')}
            autoComplete="off"
            value={own}
            onChange={(event) => setOwn(event.target.value)}
          />
        )}
        <Button htmlType="submit" loading={giving.isPending}>
          {t('web.notices.save')}
        </Button>
      </form>
      {told && (
        <p className={style['secret']}>
          {t('web.notices.secret')} <code>{told}</code>
        </p>
      )}
      {webhook && (
        <div className={style['row']}>
          <TestSend channel="webhook" />
          <Button loading={dropping.isPending} onClick={() => dropping.mutate(undefined)}>
            {t('web.notices.drop')}
          </Button>
        </div>
      )}
      {(giving.error ?? dropping.error) && <Fault error={giving.error ?? dropping.error} />}
    </div>
  );
}
