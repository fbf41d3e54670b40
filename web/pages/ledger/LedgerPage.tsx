import { Page } from '../../frame/Page.tsx';
import { useT } from '../../i18n/language.tsx';
import { RegisterLink } from '../../matters/RegisterLink.tsx';
import { ExportButton } from '../../transfers/ExportButton.tsx';
import { LedgerFilters } from './filters/LedgerFilters.tsx';
import { filtersOf } from './ledger-search.ts';
import { LedgerList } from './list/LedgerList.tsx';
import { useLedgerSearch } from './useLedgerSearch.ts';

/** Every matter that this seat may see, by the filters in the address. */
export function LedgerPage() {
  const t = useT();
  const { search } = useLedgerSearch();
  return (
    <Page
      title={t('web.nav.ledger')}
      actions={
        <>
          <RegisterLink />
          <ExportButton list={{ kind: 'ledger', query: filtersOf(search) }} />
        </>
      }
    >
      <LedgerFilters search={search} />
      <LedgerList />
    </Page>
  );
}
