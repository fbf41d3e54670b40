import { useQuery } from '@tanstack/react-query';
import { tellFilter, type Telling, type ToldFilter } from '../../../../src/matters/lists/filter.rules.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import type { LedgerSearch } from '../ledger-search.ts';
import { useStages } from '../useStages.ts';
import { shown } from './unknown.ts';
import { useCategoryName } from './categories.ts';
import { roundsQuery } from './rounds.ts';
import { usePersonName } from './usePersonName.ts';

/** How each of these filters, as the address has it, is said in words. */
export function useTold(search: LedgerSearch): (name: ToldFilter) => string {
  const t = useT();
  const { day } = useFormat();
  const { unitName } = useUnits();
  const { mechanismName, stageName, channelName } = useStages();
  const categoryName = useCategoryName(search);
  const { nameOf } = usePersonName();
  const { data: rounds } = useQuery({ ...roundsQuery, enabled: search.round !== undefined });
  const round = rounds?.rows.find((one) => one.id === search.round);
  const telling: Telling = {
    say: t,
    both: (what, value) => t('ledger.chip', { what, value }),
    names: {
      unit: unitName,
      person: nameOf,
      round: () => (round ? t('web.round.short', { year: round.year, number: round.number }) : t('ledger.chip.round')),
      area: (area) => area,
      mechanism: mechanismName,
      category: categoryName,
      channel: (channel) => channelName(search.mechanism, channel),
      stage: (stage) => stageName(search.mechanism, stage),
      day,
    },
  };
  return (name) => {
    const value = shown(name, search[name] ?? '');
    // A search is quoted, and what a round is called says that it is one.
    if (name === 'q') return t('web.ledger.q', { what: value });
    return name === 'round' ? telling.names.round(value) : tellFilter(name, value, telling);
  };
}
