import type { Rung } from '../../src/mechanism/contract.ts';
import type { Translate } from '../i18n/language.tsx';

/** What a rung of the ladder does, in words; where it does nothing but tell people, whom. */
export function rungText({ slip, remind, list, raise, tell }: Omit<Rung, 'at'>, t: Translate): string {
  const does = [
    ...(slip ? [t(`ladder.slip.${slip}`)] : []),
    ...(remind ? [t('ladder.remind')] : []),
    ...(list ? [t('ladder.list', { n: Number.parseInt(list, 10) })] : []),
    ...(raise ? [t(`ladder.raise.${raise}`)] : []),
  ];
  return (does.length ? does : [t('ladder.tell', { who: hearersText(tell, t) })]).join(t('ladder.and'));
}

/** Who is told, in words. */
export const hearersText = (tell: Rung['tell'], t: Translate): string =>
  tell.map((who) => t(`ladder.who.${who}`)).join(t('ladder.and'));

/** On which day a rung stands, counted from the day on which the clock runs out. */
export function rungDayText({ at }: Pick<Rung, 'at'>, t: Translate): string {
  if (at === 'due day') return t('ladder.due-day');
  return t(at.endsWith('before') ? 'ladder.before' : 'ladder.after', { n: Number.parseInt(at, 10) });
}
