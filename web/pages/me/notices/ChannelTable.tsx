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
  const all = (channel: Channel) => {
    const on = choices.filter((c) => c.channels.includes(channel)).length;
    return on === choices.length ? true : on === 0 ? false : null;
  };
  /** All of it by this way; where all of it is, nothing. */
  const toggleAll = (channel: Channel) => {
    const on = all(channel) !== true;
    onChoose(
      choices.map((c) => ({
        ...c,
        channels: channels.filter((one) => (one === channel ? on : c.channels.includes(one))),
      })),
    );
  };
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
        <tr>
          <th scope="row">{t('web.notices.everything')}</th>
          {channels.map((channel) => (
            <td key={channel}>
              <label>
                <input
                  type="checkbox"
                  ref={(box) => {
                    if (box) box.indeterminate = all(channel) === null;
                  }}
                  checked={all(channel) === true}
                  aria-label={t('web.notices.tell', {
                    kind: t('web.notices.everything'),
                    channel: t(`notice.channel.${channel}`),
                  })}
                  onChange={() => toggleAll(channel)}
                />
              </label>
            </td>
          ))}
        </tr>
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
