import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n/language.tsx';
import { countQuery } from '../ledger.queries.ts';
import { filtersOf, type LedgerSearch } from '../ledger-search.ts';

type Props = { search: LedgerSearch; listed: number; whole: boolean };

/** How many there are: exactly, or said to be at least so many. What is listed to its end needs no counting. */
export function LedgerCount({ search, listed, whole }: Props) {
  const t = useT();
  const { data } = useQuery({ ...countQuery(filtersOf(search)), enabled: !whole });
  const words = whole
    ? t('web.ledger.shown', { n: listed })
    : !data
      ? t('web.ledger.shown.more', { n: listed })
      : data.exact
        ? t('web.ledger.shown', { n: data.count })
        : t('ledger.count.least', { n: Math.max(data.count, listed) });
  return (
    <span aria-live="polite" title={data && !data.exact && !whole ? t('ledger.count.least.why') : undefined}>
      {words}
    </span>
  );
}
