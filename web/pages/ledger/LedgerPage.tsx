import { useQuery } from '@tanstack/react-query';
import { Page } from '../../frame/Page.tsx';
import { useNarrow } from '../../frame/useNarrow.ts';
import { useT } from '../../i18n/language.tsx';
import { RegisterLink } from '../../matters/RegisterLink.tsx';
import { ExportButton } from '../../transfers/ExportButton.tsx';
import { ImportLink } from '../../transfers/ImportLink.tsx';
import { viewsQuery } from '../../views/views.ts';
import { ViewsMenu } from '../../views/ViewsMenu.tsx';
import { Beside } from './beside/Beside.tsx';
import { LedgerFilters } from './filters/LedgerFilters.tsx';
import { filtersOf, keptOf } from './ledger-search.ts';
import { LedgerList } from './list/LedgerList.tsx';
import { useLedgerSearch } from './useLedgerSearch.ts';

/** Every matter that this seat may see, by the filters in the address; beside it the matter that is open. */
export function LedgerPage() {
  const t = useT();
  const narrow = useNarrow();
  const { search, change } = useLedgerSearch();
  const { data: views } = useQuery(viewsQuery);
  const view = views?.find((one) => one.id === search.view);
  const open = narrow ? undefined : search.open;
  return (
    <Beside open={open} onOpen={(id, replace) => change({ open: id }, { replace })}>
      <Page
        title={view?.name ?? t('web.nav.ledger')}
        width="whole"
        over={view && <span className="faint">{t('web.nav.ledger')}</span>}
        actions={
          <>
            <RegisterLink />
            <ImportLink />
            <ViewsMenu search={keptOf(search)} view={view} />
            <ExportButton list={{ kind: 'ledger', query: filtersOf(search) }} />
          </>
        }
      >
        <LedgerFilters search={search} />
        <LedgerList />
      </Page>
    </Beside>
  );
}
