import type { AgendaDay } from '../../../src/matters/agenda/agenda.contract.ts';
import { useLanguage } from '../../i18n/language.tsx';
import style from './DayCell.module.css';

/** Why a day is not what its weekday would be: a holiday, a weekend worked to make up for one, a decision of the city. */
export function DayMark({ day }: { day: AgendaDay }) {
  const { t, language } = useLanguage();
  if (day.kind === 'workday' || day.kind === 'weekend') return null;
  const why = day.reason ?? day.holiday?.[language] ?? '';
  return (
    <span className={style['mark']} data-working={day.working} title={why}>
      <span>{t(day.working ? 'web.calendar.worked' : 'web.calendar.free')}</span>
      <span className={style['why']}>{why}</span>
    </span>
  );
}
