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
import bar from '../../../transfers/ExportButton.module.css';
import { peopleQuery } from '../admin.queries.ts';
import style from '../Admin.module.css';
import { NewPersonForm } from './NewPersonForm.tsx';
import people from './People.module.css';
import { PersonLine } from './PersonLine.tsx';

const route = getRouteApi('/desk/admin/people');

/** Everybody who has an account. */
export function PeoplePage() {
  const t = useT();
  const navigate = useNavigate();
  const search = route.useSearch();
  const [adding, setAdding] = useState(false);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    peopleQuery(search),
  );
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const look = (next: { q?: string; without?: 'seat' }) =>
    void navigate({ to: '/admin/people', search: next, replace: true });
  return (
    <Page
      title={t('admin.nav.people')}
      lead={t('admin.people.lead')}
      actions={
        <>
          <Link to="/admin/passwords" className={bar['button']}>
            {t('passwords.link')}
          </Link>
          {!adding && <Button onClick={() => setAdding(true)}>{t('admin.person.open')}</Button>}
        </>
      }
    >
      <div className={style['panel']}>
        {adding && <NewPersonForm onDone={() => setAdding(false)} />}
        <div className={people['filters']}>
          <input
            type="search"
            className={field['input']}
            aria-label={t('admin.people.find')}
            placeholder={t('admin.people.find')}
            defaultValue={search.q ?? ''}
            onChange={(event) => {
              const { q: _, ...rest } = search;
              const q = event.target.value.trim();
              look(q ? { ...rest, q } : rest);
            }}
          />
          <label className={field['check']}>
            <input
              type="checkbox"
              checked={search.without === 'seat'}
              onChange={(event) => {
                const { without: _, ...rest } = search;
                look(event.target.checked ? { ...rest, without: 'seat' } : rest);
              }}
            />
            {t('admin.people.without-seat')}
          </label>
        </div>
        {isPending && <Waiting lines={6} />}
        {error && <Fault error={error} />}
        {data && rows.length === 0 && (
          <Nothing say={t(search.without && !search.q ? 'admin.people.none-without-seat' : 'admin.people.none')}>
            <Link to="/admin/people">{t('admin.people.all')}</Link>
          </Nothing>
        )}
        <ul>
          {rows.map((person) => (
            <PersonLine key={person.id} person={person} />
          ))}
        </ul>
        {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
      </div>
    </Page>
  );
}
