import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import type { LedgerFilters, LedgerSearch } from '../ledger-search.ts';
import { useStages } from '../useStages.ts';
import { useCategoryName } from './categories.ts';
import { roundsQuery } from './rounds.ts';
import { usePersonName } from './usePersonName.ts';

/** The filters that are told one by one; the others are links which show themselves whether they are on. */
export const CHIPS = [
  'q',
  'unit',
  'part',
  'stance',
  'person',
  'round',
  'area',
  'mechanism',
  'category',
  'channel',
  'stage',
  'dueFrom',
  'dueTo',
  'registeredFrom',
  'registeredTo',
  'updatedFrom',
  'updatedTo',
  'bounced',
  'listed',
  'raised',
  'color',
  'paused',
  'confidential',
] as const satisfies readonly (keyof LedgerFilters)[];

/** How each of these filters, as the address has it, is said in words. */
export function useTold(search: LedgerSearch): (key: (typeof CHIPS)[number]) => string {
  const t = useT();
  const { day } = useFormat();
  const { unitName } = useUnits();
  const { mechanismName, stageName, channelName } = useStages();
  const categoryName = useCategoryName(search);
  const { nameOf } = usePersonName();
  const { data: rounds } = useQuery({ ...roundsQuery, enabled: search.round !== undefined });
  const round = rounds?.rows.find((one) => one.id === search.round);
  return (key) => {
    const value = search[key] ?? '';
    const what = t(`ledger.filter.${key}`);
    switch (key) {
      case 'q':
        return t('web.ledger.q', { what: value });
      case 'bounced':
        return t(`ledger.filter.bounced.${value}`);
      case 'listed':
      case 'raised':
      case 'paused':
      case 'confidential':
        return what;
      case 'unit':
        return t('ledger.chip', { what, value: unitName(value) });
      case 'part':
        return t(`matter.part.${value}`);
      case 'color':
        return t(`notice.slip.${value}`);
      case 'stance':
        return t('ledger.chip', { what, value: t(`matter.stance.${value}`) });
      case 'person':
        return t('ledger.chip', { what, value: nameOf(value) });
      case 'round':
        return round ? t('web.round.short', { year: round.year, number: round.number }) : t('ledger.chip.round');
      case 'mechanism':
        return t('ledger.chip', { what, value: mechanismName(value) });
      case 'category':
        return t('ledger.chip', { what, value: categoryName(value) });
      case 'channel':
        return t('ledger.chip', { what, value: channelName(search.mechanism, value) });
      case 'stage':
        return t('ledger.chip', { what, value: stageName(search.mechanism, value) });
      case 'area':
        return t('ledger.chip', { what, value });
      default:
        return t('ledger.chip', { what, value: day(value) });
    }
  };
}
