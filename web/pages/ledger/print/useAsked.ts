import { TOLD_FILTERS } from '../../../../src/matters/lists/filter.rules.ts';
import { useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import { useTold } from '../filters/useTold.ts';
import { oneOrder, usualPhase, type LedgerSearch } from '../ledger-search.ts';

/** All that a list is asked for, in words and in the order of the page's filters: whose, which phase, how late, the rest, the order. */
export function useAsked(search: LedgerSearch): string[] {
  const t = useT();
  const told = useTold(search);
  const { role } = useSession().caller;
  const { scope, slip, sort } = search;
  const phase = search.phase ?? usualPhase(search);
  const ofUnit = role === 'handler' || role === 'head';
  return [
    ...(ofUnit ? [t(`web.ledger.scope.${scope ?? 'mine'}`)] : []),
    t(phase === 'any' || phase === 'unclosed' ? `web.ledger.phase.${phase}` : `matter.phase.${phase}`),
    ...(slip ? [t(`web.slip.${slip}`)] : []),
    ...TOLD_FILTERS.filter((key) => search[key]).map(told),
    t(`ledger.sort.${oneOrder(search) ? 'newest' : (sort ?? 'due')}`),
  ];
}
