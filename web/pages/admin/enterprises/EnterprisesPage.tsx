import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import field from '../../../acts/Field.module.css';
import { Button } from '../../../frame/Button.tsx';
import { MoreButton } from '../../../frame/MoreButton.tsx';
import { Nothing } from '../../../frame/Nothing.tsx';
import { Page } from '../../../frame/Page.tsx';
import { Waiting } from '../../../frame/Waiting.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { ExportButton } from '../../../transfers/ExportButton.tsx';
import style from '../Admin.module.css';
import list from '../List.module.css';
import people from '../people/People.module.css';
import { enterprisesQuery } from './enterprise.queries.ts';
import { EnterpriseLine } from './EnterpriseLine.tsx';
import { NewEnterpriseForm } from './NewEnterpriseForm.tsx';

const route = getRouteApi('/desk/admin/enterprises');

/** The enterprises of the city. */
export function EnterprisesPage() {
  const t = useT();
  const navigate = useNavigate();
  const { q = '' } = route.useSearch();
  const [adding, setAdding] = useState(false);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    enterprisesQuery(q),
  );
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Page
      title={t('admin.nav.enterprises')}
      lead={t('admin.enterprises.lead')}
      actions={
        <>
          <ExportButton path="/api/enterprises/exports" ask={{ q }} />
          <Link to="/admin/enterprises/import" className={list['act']}>
            {t('roster.enterprises.page')}
          </Link>
          {!adding && <Button onClick={() => setAdding(true)}>{t('admin.enterprise.add')}</Button>}
        </>
      }
    >
      <div className={style['panel']}>
        {adding && <NewEnterpriseForm onDone={() => setAdding(false)} />}
        <div className={people['filters']}>
          <input
            type="search"
            className={field['input']}
            aria-label={t('admin.enterprises.find')}
            placeholder={t('admin.enterprises.find')}
            defaultValue={q}
            onChange={(event) => {
              const typed = event.target.value.trim();
              void navigate({ to: '/admin/enterprises', search: typed ? { q: typed } : {}, replace: true });
            }}
          />
        </div>
        {isPending && <Waiting lines={6} />}
        {error && <Fault error={error} />}
        {data && rows.length === 0 && (
          <Nothing say={t(q ? 'admin.enterprises.none-found' : 'admin.enterprises.none')}>
            {q && <Link to="/admin/enterprises">{t('admin.enterprises.all')}</Link>}
          </Nothing>
        )}
        <ul>
          {rows.map((enterprise) => (
            <EnterpriseLine key={enterprise.id} enterprise={enterprise} />
          ))}
        </ul>
        {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
      </div>
    </Page>
  );
}
