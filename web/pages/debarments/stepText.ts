import type { DebarmentRow, StepFacts } from '../../../src/debarments/contract.ts';
import type { Translate } from '../../i18n/language.tsx';

/** What a step of an entry said besides its reason, in its order: to whom, how it ended, until when the term runs since, and of which day it is. */
export const stepText = (
  t: Translate,
  date: (day: string) => string,
  { on, to, outcome, until }: StepFacts,
): string[] => [
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
