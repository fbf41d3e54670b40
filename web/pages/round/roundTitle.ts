import type { RoundRow } from '../../../src/matters/rounds/round.contract.ts';
import type { Translate } from '../../i18n/language.tsx';

/** What a round is called: its own name where that already says its number, else year, number and name. */
export function roundTitle(t: Translate, { year, number, name }: Pick<RoundRow, 'year' | 'number' | 'name'>): string {
  return name.includes(`第${number}次`) ? name : t('documents.round.title', { year, number, name });
}
