import { DayField } from '../../../days/DayField.tsx';
import { TimeField } from '../../../days/TimeField.tsx';
import { cityTime } from '../../../format/day.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import style from './Completion.module.css';

/** The city's clock is at +08:00 all year. */
const OFFSET = ':00+08:00';
/** An earlier day is asked as its business closed. */
const CLOSE = '18:00';

type Props = { asOf: string | null; change: (asOf: string | null) => void };

/** Asks for an earlier moment: a day and, once there is one, the time; without a day it is now. */
export function AsOf({ asOf, change }: Props) {
  const t = useT();
  const { today } = useFormat();
  const [day = '', time = CLOSE] = asOf?.slice(0, 16).split('T') ?? [];
  const ask = (on: string, at: string) => change(on ? `${on}T${at}${OFFSET}` : null);
  return (
    <>
      <label htmlFor="as-of">{t('documents.as-of.ask')}</label>
      <span className={style['day']}>
        <DayField
          id="as-of"
          value={day}
          onChange={(on) => ask(on, on === today ? cityTime(new Date()) : day ? time : CLOSE)}
        />
      </span>
      {asOf && (
        <>
          <TimeField label={t('documents.as-of.time')} value={time} onChange={(at) => ask(day, at)} />
          <button type="button" className={style['now']} onClick={() => change(null)}>
            {t('documents.as-of.now')}
          </button>
        </>
      )}
    </>
  );
}
