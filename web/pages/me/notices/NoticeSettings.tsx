import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChooseNotices, NoticeSettings as Settings } from '../../../../src/notices/contract.ts';
import { api } from '../../../api.ts';
import { Waiting } from '../../../frame/Waiting.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { ChannelTable } from './ChannelTable.tsx';
import { DigestTime } from './DigestTime.tsx';
import { MailWay } from './MailWay.tsx';
import style from './NoticeSettings.module.css';
import { settingsQuery } from './settings.ts';
import { WebhookWay } from './WebhookWay.tsx';

/** How I am told: by which way of what, when; each choice is kept as it is made. */
export function NoticeSettings() {
  const t = useT();
  const queries = useQueryClient();
  const { data, error } = useQuery(settingsQuery);
  const choosing = useMutation({
    mutationFn: (choice: ChooseNotices) => api.put<Settings>('/api/notices/settings', choice),
    // One after another: of two quick choices the earlier must not arrive last.
    scope: { id: 'notice-settings' },
    // Shown at once, whatever is being read meanwhile; put back when the server says no.
    onMutate: async (choice) => {
      if (data) queries.setQueryData(settingsQuery.queryKey, { ...data, ...choice });
      await queries.cancelQueries(settingsQuery);
    },
    onError: () => queries.invalidateQueries(settingsQuery),
  });
  if (!data) return error ? <Fault error={error} /> : <Waiting lines={5} />;
  const { choices, digestAt, promptly } = data;
  const choose = (changed: Partial<ChooseNotices>) => choosing.mutate({ choices, digestAt, promptly, ...changed });
  return (
    <section id="notices" className={style['part']} aria-labelledby="notices-heading">
      <h2 id="notices-heading">{t('web.notices.choose')}</h2>
      <ChannelTable choices={choices} onChoose={(next) => choose({ choices: next })} />
      <DigestTime settings={data} onChoose={choose} />
      <MailWay settings={data} />
      <WebhookWay settings={data} />
      {choosing.error && <Fault error={choosing.error} />}
    </section>
  );
}
