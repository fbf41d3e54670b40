import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { WorkRow } from '../../../src/matters/works/works.contract.ts';
import { MoreButton } from '../../frame/MoreButton.tsx';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting as Skeleton } from '../../frame/Waiting.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { keepPage } from '../../outbox/keepPage.ts';
import { Outbox } from '../../outbox/Outbox.tsx';
import type { Waiting } from '../../outbox/store.ts';
import { useOutbox } from '../../outbox/useOutbox.ts';
import { Fault } from '../../problems/Fault.tsx';
import { AreaTable } from './AreaTable.tsx';
import { CityMap } from './CityMap.tsx';
import { SiteDesk } from './SiteDesk.tsx';
import { SiteList } from './SiteList.tsx';
import { useSites } from './useSites.ts';
import { sumsQuery, worksQuery } from './works.queries.ts';
import style from './Works.module.css';

/** All that is built: what is promised and how far it is, where the sites are, and what whoever stands on one has to say. */
export function WorksPage() {
  const { t, language } = useLanguage();
  const search = useSearch({ from: '/desk/works' });
  const go = useNavigate({ from: '/works' });
  const { acts, send } = useOutbox();
  const { data, error } = useQuery(worksQuery({ mechanism: search.mechanism }));
  const sums = useQuery(sumsQuery({ mechanism: search.mechanism, asOf: search.asOf }));
  const there = data !== undefined;
  const [mending, setMending] = useState<Waiting | null>(null);
  // What a form is made of is there before the line is gone.
  useEffect(() => {
    if (there) void Promise.all([import('../../works/WorkField.tsx'), import('tus-js-client')]).then(keepPage);
  }, [there]);
  const { rows: here, error: unread, more } = useSites(data, search.area);
  // Whoever measures some of many sites is on one of those.
  const rows = here.toSorted((a, b) => Number(b.may.measure) - Number(a.may.measure));
  // The supervision office may measure nearly all of them, and looks at the sums first.
  const measurable = here.filter(({ may }) => may.measure).length;
  const mine = measurable > 0 && measurable < here.length / 2;
  const open = [...here, ...(data?.rows ?? [])].find(({ id }) => id === search.site);
  const total = sums.data?.areas.reduce((n, { matters }) => n + matters, 0) ?? here.length;
  // What is confidential is counted, and not shown to everybody; sums of an earlier day say nothing of the sites of today.
  const hidden = more || search.area !== undefined || search.asOf ? 0 : total - here.length;
  const choose = (row: WorkRow | null) => {
    setMending(null);
    void go({ search: (now) => ({ ...now, site: row?.id }), resetScroll: row !== null });
  };
  const mend = (act: Waiting) => {
    setMending(act);
    void go({ search: (now) => ({ ...now, site: act.matter }) });
  };
  return (
    <Page
      title={t('works.title')}
      lead={
        data?.mechanism
          ? t('works.lead', { name: data.mechanism.name[language], n: search.asOf ? here.length : total })
          : undefined
      }
      actions={
        data?.mechanism && (
          <nav aria-label={t('works.kinds')} className={style['kinds']}>
            {data.mechanisms.length > 1 &&
              data.mechanisms.map(({ key, name }) => (
                <Link key={key} to="/works" search={{ mechanism: key }} aria-current={key === data.mechanism?.key}>
                  {name[language]}
                </Link>
              ))}
            {data.mechanism.ranked && (
              <Link to="/figures/ranking" search={{ mechanism: data.mechanism.key }}>
                {t('works.ranking')}
              </Link>
            )}
          </nav>
        )
      }
    >
      <div className={style['page']} data-open={open !== undefined} data-mine={mine}>
        <Outbox acts={acts} onMend={mend} />
        {error && <Fault error={error} />}
        {!data && !error && <Skeleton lines={8} />}
        {data && !data.mechanism && <Nothing say={t('works.no-mechanism')} />}
        {open && (
          <SiteDesk
            key={`${open.id} ${mending?.id ?? ''}`}
            row={open}
            mending={mending}
            waiting={acts}
            onClose={() => choose(null)}
            onKept={send}
          />
        )}
        {data?.mechanism && (
          <>
            {sums.data ? (
              <AreaTable of={sums.data} built={data.rows.length > 0} search={search} />
            ) : sums.error ? (
              <Fault error={sums.error} />
            ) : (
              <Skeleton lines={3} />
            )}
            <div className={style['where']}>
              <SiteList rows={rows} chosen={search.site} acts={acts} onChoose={choose} />
              <CityMap rows={rows} map={data} chosen={search.site} onChoose={choose} />
            </div>
            {unread && <Fault error={unread} />}
            {more && <MoreButton busy={more.busy} onMore={more.fetch} />}
            {hidden > 0 && <p className="quiet">{t('works.hidden', { n: hidden })}</p>}
          </>
        )}
      </div>
    </Page>
  );
}
