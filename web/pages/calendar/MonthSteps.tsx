import { Link } from '@tanstack/react-router';
import { useFormat } from '../../format/useFormat.ts';
import { Icon } from '../../frame/Icon.tsx';
import { useT } from '../../i18n/language.tsx';
import style from './MonthSteps.module.css';
import { monthAfter } from './month.ts';

/** A month back, today's, a month on. */
export function MonthSteps({ month }: { month: string }) {
  const t = useT();
  const { month: monthName } = useFormat();
  const [before, after] = [monthAfter(month, -1), monthAfter(month, 1)];
  return (
    <nav className={style['steps']} aria-label={t('web.calendar.months')}>
      <Link to="/calendar" search={{ month: before }} title={monthName(before)} aria-label={monthName(before)}>
        <Icon name="back" size={16} />
      </Link>
      <Link to="/calendar" search={{}}>
        {t('web.calendar.this-month')}
      </Link>
      <Link to="/calendar" search={{ month: after }} title={monthName(after)} aria-label={monthName(after)}>
        <Icon name="forward" size={16} />
      </Link>
    </nav>
  );
}
