import type { DutyRule } from '../../../src/duties/duty.contract.ts';
import { useT } from '../../i18n/language.tsx';
import style from './Duties.module.css';

/** A rule of duty as one says it: on which days, how many, who has to be among them, from when until when; the hours never broken between two lines. */
export function RuleWords({ rule: { weekdays, people, hours, titles } }: { rule: DutyRule }) {
  const t = useT();
  const days = weekdays.toSorted((a, b) => a - b).map((n) => t(`duties.weekday.${n}`));
  return (
    <>
      {t('duties.rule.said', { days, people })}
      {titles && ` · ${t('duties.rule.titles', { titles })}`}
      {hours && (
        <>
          {' · '}
          <span className={style['hours']}>{t('duties.rule.hours', hours)}</span>
        </>
      )}
    </>
  );
}
