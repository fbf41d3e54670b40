import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { DuplicatePage } from '../../../src/intake/duplicates/contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { Button } from '../../frame/Button.tsx';
import { MoreButton } from '../../frame/MoreButton.tsx';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useLanguage, useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { ExportButton } from '../../transfers/ExportButton.tsx';
import { DuplicateGroup } from './DuplicateGroup.tsx';
import style from './Duplicates.module.css';
import { duplicatesQuery, useSearch } from './duplicates.queries.ts';
import { ToldApart } from './ToldApart.tsx';

const route = getRouteApi('/desk/duplicates');

/** Which open matters of the whole ledger say nearly the same and are not joined yet. */
export function DuplicatesPage() {
  const t = useT();
  const { mechanism: asked } = route.useSearch();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(duplicatesQuery(asked));
  const first = data?.pages[0];
  const mechanism = first?.mechanism ?? null;
  const groups = data?.pages.flatMap((page) => page.groups) ?? [];
  const list = useRef<HTMLOListElement>(null);
  return (
    <Page
      title={t('duplicates.title')}
      lead={t('duplicates.lead')}
      actions={groups.length > 0 && <ExportButton path="/api/duplicates/exports" ask={{ mechanism }} />}
    >
      {error && <Fault error={error} />}
      {!data && !error && <Waiting lines={6} />}
      {first && mechanism === null && (
        <Nothing say={t('duplicates.none-mechanism')}>
          <Link to="/ledger">{t('duplicates.ledger')}</Link>
        </Nothing>
      )}
      {first && mechanism !== null && (
        <>
          {first.mechanisms.length > 1 && <Mechanisms page={first} />}
          <Found page={first} />
          {!first.may && groups.length > 0 && <p className="faint">{t('duplicates.only-read')}</p>}
          {first.found && groups.length === 0 && !hasNextPage && (
            <Nothing say={t('duplicates.none')}>
              <Link to="/ledger" search={{ mechanism, phase: 'unclosed' }}>
                {t('duplicates.ledger')}
              </Link>
            </Nothing>
          )}
          <ol ref={list} tabIndex={-1} aria-label={t('duplicates.title')} className={style['list']}>
            {groups.map((group) => (
              <DuplicateGroup
                key={group.key}
                group={group}
                may={first.may}
                onDone={() => list.current?.focus({ preventScroll: true })}
              />
            ))}
          </ol>
          {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
          <ToldApart key={mechanism} mechanism={mechanism} may={first.may} />
        </>
      )}
    </Page>
  );
}

function Mechanisms({ page: { mechanisms, mechanism } }: { page: DuplicatePage }) {
  const { t, language } = useLanguage();
  return (
    <nav aria-label={t('duplicates.mechanism')} className={style['mechanisms']}>
      {mechanisms.map(({ key, name }) => (
        <Link
          key={key}
          to="/duplicates"
          search={{ mechanism: key }}
          aria-current={key === mechanism ? 'page' : undefined}
        >
          {name[language]}
        </Link>
      ))}
    </nav>
  );
}

/** When it was searched and how far, and the search itself. */
function Found({ page: { found, mechanism } }: { page: DuplicatePage }) {
  const t = useT();
  const { instant } = useFormat();
  const search = useSearch(mechanism);
  return (
    <>
      {search.error && <Fault error={search.error} />}
      {found ? (
        <div className={style['found']}>
          <span>
            {t(found.whole ? 'duplicates.found' : 'duplicates.found-newest', {
              at: instant(found.at),
              read: found.read,
            })}{' '}
            {t('duplicates.since')}
          </span>
          <Button loading={search.isPending} onClick={() => search.mutate()}>
            {t('duplicates.again')}
          </Button>
        </div>
      ) : (
        <Nothing say={t('duplicates.never')}>
          <Button type="primary" loading={search.isPending} onClick={() => search.mutate()}>
            {t('duplicates.now')}
          </Button>
        </Nothing>
      )}
    </>
  );
}
