import type { MatterView } from '../../../../src/matters/contract.ts';
import { limitText } from '../../../format/limitText.ts';
import { ruleText } from '../../../format/ruleText.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import style from './Recurring.module.css';

type One = MatterView['recurring'][number];

/** What begins below the matter again and again: by which rule, on which days next, how often it did, and of what nothing came. */
export function Recurring({ recurring }: { recurring: readonly One[] }) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="recurring">
      <h2 id="recurring">{t('recurs.title')}</h2>
      <ul className={style['rules']}>
        {recurring.map((one) => (
          <Rule key={one.what} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Rule({ one }: { one: One }) {
  const { t, language } = useLanguage();
  const { day } = useFormat();
  const { name, rule, dayOff, limit, next, last, begun, missed, lately, waits, stands } = one;
  const [first, ...later] = next;
  const how = [
    ruleText(t, rule, day),
    ...(dayOff ? [t(`recurs.day-off.${dayOff}`)] : []),
    t('recurs.time', { limit: limitText(t, limit) }),
  ];
  return (
    <li>
      <p className={style['line']}>
        <b>{name[language]}</b>
        {stands !== 'going' && <span>{t(`recurs.${stands}`)}</span>}
        {first && !waits && <span>{t('recurs.next', { days: day(first) })}</span>}
        {later.length > 0 && <span className="quiet">{later.map(day).join(t('recurs.and'))}</span>}
      </p>
      {first && waits && <p className={style['waits']}>{t('recurs.waits', { day: day(first) })}</p>}
      <p className={style['how']}>
        <span>{how.join(t('recurs.comma'))}</span>
        <span>{last ? t('recurs.begun', { n: begun, last: day(last) }) : t('recurs.begun.none')}</span>
        {missed > 0 && (
          <span className={style['missed']} title={t('recurs.missed.why')}>
            {t('recurs.missed', { n: missed, days: lately.map(day) })}
          </span>
        )}
      </p>
    </li>
  );
}
