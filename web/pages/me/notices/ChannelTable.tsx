import type { Channel, ChooseNotices } from '../../../../src/notices/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import style from './NoticeSettings.module.css';

type Choices = ChooseNotices['choices'];
const channels: readonly Channel[] = ['page', 'mail', 'webhook'];

/** By which ways I am told of what. */
export function ChannelTable({ choices, onChoose }: { choices: Choices; onChoose: (next: Choices) => void }) {
  const t = useT();
  const toggle = (kind: string, channel: Channel) =>
    onChoose(
      choices.map((c) => {
        if (c.kind !== kind) return c;
        const has = c.channels.includes(channel);
        return { ...c, channels: channels.filter((one) => (one === channel ? !has : c.channels.includes(one))) };
      }),
    );
  return (
    <table className={style['table']}>
      <thead>
        <tr>
          <th scope="col">{t('web.notices.kind')}</th>
          {channels.map((channel) => (
            <th key={channel} scope="col">
              {t(`notice.channel.${channel}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {choices.map(({ kind, channels: chosen }) => (
          <tr key={kind}>
            <th scope="row">{t(`notice.kind.${kind}`)}</th>
            {channels.map((channel) => (
              <td key={channel}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.includes(channel)}
                    aria-label={t('web.notices.tell', {
                      kind: t(`notice.kind.${kind}`),
                      channel: t(`notice.channel.${channel}`),
                    })}
                    onChange={() => toggle(kind, channel)}
                  />
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
