import { Link } from '@tanstack/react-router';
import type { AgendaDay } from '../../../src/matters/agenda/agenda.contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import style from './DayCell.module.css';
import { BeginLines } from './BeginLines.tsx';
import { DayMark } from './DayMark.tsx';
import { DueLine } from './DueLine.tsx';

type Props = { day: AgendaDay; inMonth: boolean; today: string };

/** A day: its date, whether it is worked, what falls due on it, the way to all of that, and what begins on it of itself. */
export function DayCell({ day, inMonth, today }: Props) {
  const t = useT();
  const { day: dayName } = useFormat();
  const rest = day.count - day.rows.length;
  return (
    <li
      className={style['cell']}
      data-off={!day.working}
      data-outside={!inMonth}
      data-today={day.day === today}
      data-empty={day.count === 0 && day.beginning === 0}
    >
      <h2 className={style['date']}>
        <span className={style['number']} aria-hidden="true">
          {Number(day.day.slice(8))}
        </span>
        <span className={style['name']}>{dayName(day.day)}</span>
        {day.day === today && <span className="unseen">{t('web.calendar.today')}</span>}
        <DayMark day={day} />
      </h2>
      {day.count > 0 && day.kind === 'amended' && !day.working && (
        <p className={style['freed']} title={t('web.calendar.freed.why')}>
          {t('web.calendar.freed')}
        </p>
      )}
      {day.rows.length > 0 && (
        <ul className={style['lines']}>
          {day.rows.map((row) => (
            <DueLine key={row.id} row={row} />
          ))}
        </ul>
      )}
      {rest > 0 && (
        <Link to="/ledger" search={{ dueFrom: day.day, dueTo: day.day }} className={style['rest']}>
          {t('web.calendar.rest', { n: rest })}
          <span className="unseen">{dayName(day.day)}</span>
        </Link>
      )}
      {day.beginning > 0 && <BeginLines begins={day.begins} beginning={day.beginning} />}
    </li>
  );
}
