import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { RowState } from '../../../../src/intake/sheets/contract.ts';
import { SheetNotes } from '../../../files/SheetNotes.tsx';
import { Fault } from '../../../frame/Fault.tsx';
import { MoreButton } from '../../../frame/MoreButton.tsx';
import { Page } from '../../../frame/Page.tsx';
import { Waiting } from '../../../frame/Waiting.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault as FaultLine } from '../../../problems/Fault.tsx';
import { importQuery, importRowsQuery } from '../import.queries.ts';
import { Columns } from './Columns.tsx';
import { ImportBar } from './ImportBar.tsx';
import style from './Review.module.css';
import { RowLine } from './RowLine.tsx';
import { rowsIn, StateTabs } from './StateTabs.tsx';
import { Unread } from './Unread.tsx';
import { useImport } from './useImport.ts';

/** Row by row what a table would become; what is wrong is put right here, and then the chosen rows are imported. */
export function ReviewPage() {
  const t = useT();
  const { id } = useParams({ from: '/desk/import/$id' });
  const { data: view, error } = useQuery(importQuery(id));
  const [state, setState] = useState<RowState>();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(importRowsQuery(id, state));
  const importing = useImport(id);
  const queries = useQueryClient();
  const status = view?.transfer.status;
  // What became of each row is known when it is over.
  useEffect(() => {
    if (status === 'done' || status === 'failed' || status === 'cancelled')
      void queries.invalidateQueries({ queryKey: ['import-rows', id] });
  }, [queries, id, status]);
  if (!view) return error ? <Fault error={error} /> : <Waiting lines={10} />;
  const open = view.transfer.status === 'review';
  const all = rowsIn(view.counts) || (view.transfer.total ?? 0);
  const imported = view.counts.imported ?? 0;
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Page
      title={view.transfer.title}
      over={<Link to="/import">{t('import.title')}</Link>}
      lead={t(imported ? 'import.found-imported' : 'import.found', {
        n: all,
        imported,
        sheet: view.sheet || t('import.csv'),
      })}
    >
      <SheetNotes notes={view.notes} />
      <Unread view={view} />
      <Columns view={view} importing={importing} open={open} />
      {importing.error && <FaultLine error={importing.error} />}
      <StateTabs counts={view.counts} state={state} onState={setState} />
      <ol className={style['rows']}>
        {rows.map((row) => (
          <RowLine key={row.n} row={row} open={open} importing={importing} />
        ))}
      </ol>
      {data && rows.length === 0 && <p className={style['none']}>{t('import.none')}</p>}
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
      <ImportBar view={view} importing={importing} />
    </Page>
  );
}
