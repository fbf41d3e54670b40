import type { ChooseNotices, NoticeSettings } from '../../../../src/notices/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import style from './NoticeSettings.module.css';
import { clockText } from './settings.ts';

const STEP = 30;

type Props = { settings: NoticeSettings; onChoose: (changed: Partial<ChooseNotices>) => void };

/** When the day's digest goes out, within the hours in which anything does; and whether what is urgent waits for it. */
export function DigestTime({ settings: { digestAt, promptly, hours }, onChoose }: Props) {
  const t = useT();
  const steps = hours.flatMap(([from, until]) =>
    Array.from({ length: Math.ceil((until - from) / STEP) }, (_, n) => from + n * STEP),
  );
  const times = [...new Set([...steps, digestAt])].toSorted((a, b) => a - b);
  const spans = hours.map(([from, until]) => `${clockText(from)}–${clockText(until)}`).join(t('web.notices.and'));
  return (
    <div className={style['way']}>
      <label className={style['row']}>
        {t('web.notices.digest-at')}
        <select value={digestAt} onChange={(event) => onChoose({ digestAt: Number(event.target.value) })}>
          {times.map((minute) => (
            <option key={minute} value={minute}>
              {clockText(minute)}
            </option>
          ))}
        </select>
      </label>
      <label className={style['tick']}>
        <input type="checkbox" checked={promptly} onChange={() => onChoose({ promptly: !promptly })} />
        {t('web.notices.promptly')}
      </label>
      <p className="quiet">{t('web.notices.hours', { spans })}</p>
    </div>
  );
}
