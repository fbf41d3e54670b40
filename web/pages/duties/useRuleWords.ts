import type { DutyRule } from '../../../src/duties/duty.contract.ts';
import { useT } from '../../i18n/language.tsx';

/** A rule of duty as one says it: on which days, how many, from when until when. */
export function useRuleWords(): (rule: DutyRule) => string {
  const t = useT();
  return ({ weekdays, people, hours }) => {
    const days = weekdays.toSorted((a, b) => a - b).map((n) => t(`duties.weekday.${n}`));
    const said = t('duties.rule.said', { days, people });
    return hours ? `${said} · ${t('duties.rule.hours', hours)}` : said;
  };
}
