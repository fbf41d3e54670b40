import { Link } from '@tanstack/react-router';
import type { RosterDone as Done } from '../../../../src/intake/roster/roster.contract.ts';
import { useT } from '../../../i18n/language.tsx';
import style from './Roster.module.css';

/** What was brought in, and what comes next. */
export function RosterDone({ done }: { done: Done }) {
  const t = useT();
  return (
    <section className={style['done']} aria-label={t('roster.done.said')}>
      <p className={style['name']}>{t('roster.done', done)}</p>
      <p className={style['ways']}>
        {done.accounts > 0 && <Link to="/admin/passwords">{t('roster.done.passwords')} →</Link>}
        <Link to="/admin/roster" search={{ do: 'seats' }}>
          {t('roster.done.seats')} →
        </Link>
        <Link to="/">{t('roster.done.back')} →</Link>
      </p>
    </section>
  );
}
