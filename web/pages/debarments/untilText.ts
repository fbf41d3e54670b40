import type { ContestWay, DebarmentRow } from '../../../src/debarments/contract.ts';
import type { Translate } from '../../i18n/language.tsx';

/**
 * Until when an entry may be contested, by each of these ways, and what there is to know of the days: that none can be told before the service is noted;
 * of an entry from before services were noted, that these are the earliest; that a late one is noted while it stands.
 */
export function untilTexts(
  t: Translate,
  date: (day: string) => string,
  { service }: Pick<DebarmentRow, 'service'>,
  ways: readonly ContestWay[],
  today: string,
): string[] {
  const dated = (earliest: boolean) =>
    ways.flatMap(({ by, last, atLeast }) => {
      if (last === null || atLeast !== earliest) return [];
      const said = t(`debarments.contest.${by}`, { last: date(last) });
      return last < today && !atLeast ? t('debarments.contest.over', { said }) : said;
    });
  const told = dated(false);
  // What it says is of all that follows: a day that is known stands before it.
  if (ways.some(({ atLeast }) => atLeast)) told.push(t('debarments.contest.at-least'), ...dated(true));
  if (ways.some(({ last }) => last === null))
    told.push(t(`debarments.contest.unserved${service.decision ? '.reconsideration' : ''}`));
  if (ways.some(({ last, atLeast, open }) => open && last !== null && last < today && !atLeast))
    told.push(t('debarments.contest.late'));
  return told;
}
