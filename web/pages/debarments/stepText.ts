import type { DebarmentRow, ServiceOf, StepFacts } from '../../../src/debarments/contract.ts';
import type { Translate } from '../../i18n/language.tsx';

/** What a step of an entry said besides its reason, in its order: what was served and how, to whom, how it ended, until when the term runs since, and of which day it is. */
export const stepText = (
  t: Translate,
  date: (day: string) => string,
  { of, how, on, to, outcome, until }: StepFacts,
): string[] => [
  ...(of ? [t(`debarments.service.of.${of}`)] : []),
  ...(how ? [t(`debarments.service.how.${how}`)] : []),
  ...(to ? [t(`debarments.to.${to}`)] : []),
  ...(outcome ? [t(`debarments.outcome.${outcome}`)] : []),
  ...(until ? [t('debarments.step.until', { day: date(until) })] : []),
  ...(on ? [t('debarments.step.on', { day: date(on) })] : []),
];

/** Whether a review or a court took it back. */
export const isVoid = ({ review, appeal }: Pick<DebarmentRow, 'review' | 'appeal'>): boolean =>
  review === 'lifted' || appeal === 'annulled';

/** Where an entry stands; what was taken back never stood, and is not merely removed. */
export const stageText = (t: Translate, row: Pick<DebarmentRow, 'stage' | 'review' | 'appeal'>): string =>
  t(row.stage === 'lifted' && isVoid(row) ? 'debarments.stage.void' : `debarments.stage.${row.stage}`);

/** `none`: that nothing is noted, beside the name; `mark`: the same where it stands alone. */
type ServiceText = { of: ServiceOf; name: string; noted: string | null; none: string; mark: string | null };

/**
 * What is known of the service of each decision, by its name: its day and way, or that none is noted, or, of an entry from before services were noted,
 * that nobody can say. Of what was annulled or never entered nothing is served; of a reconsideration there is one only where it was decided.
 */
export function serviceTexts(
  t: Translate,
  date: (day: string) => string,
  row: Pick<DebarmentRow, 'stage' | 'review' | 'appeal' | 'service'>,
): ServiceText[] {
  const { service } = row;
  if (row.stage === 'proposed' || row.stage === 'refused') return [];
  const those: ServiceOf[] = service.reconsideredOn ? ['decision', 'reconsideration'] : ['decision'];
  return those.flatMap((of): ServiceText[] => {
    const told = service[of];
    const name = t(`debarments.service.${of}`);
    const key = service.asked ? ('none' as const) : ('unknown' as const);
    const none = t(`debarments.service.${key}`);
    if (told) {
      const noted = `${date(told.on)} ${t(`debarments.service.how.${told.how}`)}`;
      return [{ of, name, noted, none, mark: null }];
    }
    if (isVoid(row)) return [];
    return [{ of, name, noted: null, none, mark: of === 'decision' ? none : t(`debarments.service.${key}.${of}`) }];
  });
}
