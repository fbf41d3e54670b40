import { Icon } from '../frame/Icon.tsx';
import { useLanguage } from '../i18n/language.tsx';
import style from './DayCalendar.module.css';

/** The month shown, and the ways to its neighbours. */
export function MonthHead({ month, turn }: { month: string; turn: (months: number) => void }) {
  const { t, language } = useLanguage();
  const first = new Date(`${month}-01T00:00:00Z`);
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const name = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(first);
  return (
    <div className={style['head']}>
      <button type="button" aria-label={t('web.day.month.before')} onClick={() => turn(-1)}>
        <Icon name="back" size={16} />
      </button>
      <span aria-live="polite">{name}</span>
      <button type="button" aria-label={t('web.day.month.after')} data-after onClick={() => turn(1)}>
        <Icon name="back" size={16} />
      </button>
    </div>
  );
}
