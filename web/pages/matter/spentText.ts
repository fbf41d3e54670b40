import type { Leg } from '../../../src/matters/story/story.contract.ts';
import type { Translate } from '../../i18n/language.tsx';

/** How long a matter stood in a stage, in working days; nothing of one in which it rests for good. */
export function spentText(t: Translate, { workdays, until }: Pick<Leg, 'workdays' | 'until'>): string {
  if (workdays === null) return '';
  if (until === null) return workdays ? t('way.until-now', { n: workdays }) : t('way.until-now.today');
  return workdays ? t('way.days', { n: workdays }) : t('way.same-day');
}
