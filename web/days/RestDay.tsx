import { useFormat } from '../format/useFormat.ts';
import { useT } from '../i18n/language.tsx';
import style from './DayField.module.css';
import { dayAfter } from './typedDay.ts';
import { useCalendar } from './useCalendar.ts';

/** Longer than any holiday with the weekends at its ends. */
const REACH = 15;

/** Below a deadline on which nobody works: that it is so, and the working day before it, if it is still to come, and the one after. */
export function RestDay({ day: given, choose }: { day: string; choose: (day: string) => void }) {
  const t = useT();
  const { day, today } = useFormat();
  const calendar = useCalendar([dayAfter(given, -REACH), dayAfter(given, REACH)]);
  if (calendar.day(given)?.working !== false) return null;
  const offered = [calendar.before(given), calendar.after(given, 1)].filter((one) => one !== undefined && one >= today);
  return (
    <span className={style['rest']}>
      <output>{t('web.day.rest')}</output>
      {offered.map((one) => (
        <button key={one} type="button" className={style['offer']} onClick={() => choose(one!)}>
          {t('web.day.rest.take', { day: day(one!) })}
        </button>
      ))}
    </span>
  );
}
