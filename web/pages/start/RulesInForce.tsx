import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from '../../frame/Button.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { amendmentsQuery } from '../admin/calendar/calendar.queries.ts';
import { mechanismsQuery } from '../admin/mechanisms/mechanism.queries.ts';
import style from './FirstSteps.module.css';

/** The mechanisms and the working calendar in force: they can be changed before anything is counted by them. */
export function RulesInForce({ onSeen }: { onSeen: () => void }) {
  const { t, language } = useLanguage();
  const { data: mechanisms = [] } = useQuery(mechanismsQuery);
  const { data: calendar } = useQuery(amendmentsQuery);
  return (
    <>
      {mechanisms.length > 0 && <p>{t('steps.rules.mechanisms')}</p>}
      <ul className={style['rules']}>
        {mechanisms.map(({ key, name, versions }) => (
          <li key={key}>
            <Link to="/admin/mechanisms/$key" params={{ key }}>
              {name[language]}
            </Link>{' '}
            <span className="quiet">{t('steps.rules.version', { version: versions[0]!.version })}</span>
          </li>
        ))}
      </ul>
      {calendar && (
        <p className={style['rule']}>
          <Link to="/admin/calendar">{t('admin.nav.calendar')}</Link>{' '}
          {t(calendar.rows.length ? 'steps.rules.calendar.amended' : 'steps.rules.calendar', {
            n: calendar.rows.length,
          })}
        </p>
      )}
      <div>
        <Button onClick={onSeen}>{t('steps.rules.seen')}</Button>
      </div>
    </>
  );
}
