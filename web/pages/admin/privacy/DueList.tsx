import { useInfiniteQuery } from '@tanstack/react-query';
import { cityDay } from '../../../format/day.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { MoreButton } from '../../../frame/MoreButton.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import style from '../Admin.module.css';
import rows from '../List.module.css';
import { dueQuery } from './privacy.queries.ts';

/** Who falls due to be erased by the period: how many, and who when. */
export function DueList() {
  const t = useT();
  const { day } = useFormat();
  const due = useInfiniteQuery(dueQuery);
  const total = due.data?.pages[0]?.total ?? 0;
  return (
    <section className={style['section']} aria-labelledby="due-erasures">
      <h2 id="due-erasures">{t('admin.privacy.due')}</h2>
      <p className="quiet">{t('admin.privacy.due.lead')}</p>
      {due.error && <Fault error={due.error} />}
      {due.data && <p>{t(total ? 'admin.privacy.due.n' : 'admin.privacy.due.none', { n: total })}</p>}
      <ul className={rows['rows']}>
        {due.data?.pages
          .flatMap((page) => page.rows)
          .map(({ subject, kind, enterprise, matters, lastAct, erases }) => (
            <li key={subject}>
              <span className={rows['name']}>{enterprise ?? t(`admin.privacy.kind.${kind}`)}</span>
              <span>{t('admin.privacy.due.on', { day: day(cityDay(erases)) })}</span>
              <span className="quiet">{t('admin.privacy.due.last', { n: matters, day: day(cityDay(lastAct)) })}</span>
            </li>
          ))}
      </ul>
      {due.hasNextPage && <MoreButton busy={due.isFetchingNextPage} onMore={() => void due.fetchNextPage()} />}
    </section>
  );
}
