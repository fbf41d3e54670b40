import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n/language.tsx';
import { countQuery } from '../ledger.queries.ts';
import { filtersOf, type LedgerSearch } from '../ledger-search.ts';

/** How many a printed list says there are, as the page over the list has counted them, and whether it holds but the first of them. */
export function usePaperCount(search: LedgerSearch, listed: number, whole: boolean) {
  const t = useT();
  // What the page has counted: on the way to the printer nothing is asked for any more.
  const { data } = useQuery({ ...countQuery(filtersOf(search)), enabled: false });
  if (whole) return { count: t('web.ledger.shown', { n: listed }), cut: false };
  const exact = data?.exact ?? false;
  const n = Math.max(data?.count ?? 0, listed);
  return { count: t(exact ? 'web.ledger.shown' : 'ledger.count.least', { n }), cut: true };
}
