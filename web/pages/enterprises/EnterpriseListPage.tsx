import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { sectionOf } from '../../../src/directory/enterprises/industry.rules.ts';
import field from '../../acts/Field.module.css';
import { MoreButton } from '../../frame/MoreButton.tsx';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { useSettled } from '../../frame/useSettled.ts';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { ExportButton } from '../../transfers/ExportButton.tsx';
import style from './Enterprises.module.css';
import { enterpriseListQuery } from './enterprises.queries.ts';

const route = getRouteApi('/desk/enterprises');

/** The enterprises of the city by credit code, found by part of the name, its initials or the code. */
export function EnterpriseListPage() {
  const t = useT();
  const navigate = useNavigate();
  const { q = '' } = route.useSearch();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    enterpriseListQuery(useSettled(q)),
  );
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Page
      title={t('enterprises.title')}
      lead={t('enterprises.lead')}
      actions={<ExportButton path="/api/enterprises/exports" ask={{ q }} />}
    >
      <input
        type="search"
        className={`${field['input']} ${style['find']}`}
        aria-label={t('admin.enterprises.find')}
        placeholder={t('admin.enterprises.find')}
        defaultValue={q}
        onChange={(event) => {
          const typed = event.target.value.trim();
          void navigate({ to: '/enterprises', search: typed ? { q: typed } : {}, replace: true });
        }}
      />
      {isPending && <Waiting lines={6} />}
      {error && <Fault error={error} />}
      {data && rows.length === 0 && <Nothing say={t(q ? 'admin.enterprises.none-found' : 'enterprises.none')} />}
      <ul className={style['list']}>
        {rows.map(({ id, name, code, size, industry, place, closedAt }) => (
          <li key={id}>
            <span>
              <Link to="/enterprises/$id" params={{ id }}>
                {name}
              </Link>
              {closedAt && <span className="quiet"> {t('admin.enterprise.closed')}</span>}
              <span className={style['code']}>{code}</span>
            </span>
            <span>{t(`enterprises.size.${size}`)}</span>
            <span>{industry && t(`enterprises.section.${sectionOf(industry)}`)}</span>
            <span className="quiet">{place}</span>
          </li>
        ))}
      </ul>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </Page>
  );
}
