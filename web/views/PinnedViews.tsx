import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useT } from '../i18n/language.tsx';
import style from './PinnedViews.module.css';
import { viewsQuery } from './views.ts';

/** The views that this seat has pinned, beneath the ledger in the list of places. */
export function PinnedViews() {
  const t = useT();
  const { data } = useQuery(viewsQuery);
  const here = useRouterState({ select: (state) => (state.location.search as { view?: string }).view });
  const pinned = data?.filter((view) => view.pinned) ?? [];
  if (!pinned.length) return null;
  return (
    <ul className={style['pinned']} aria-label={t('views.pinned')}>
      {pinned.map(({ id, name, search }) => (
        <li key={id}>
          <Link
            to="/ledger"
            search={{ ...search, view: id }}
            className={style['view']}
            activeOptions={{ exact: true }}
            aria-current={here === id ? 'page' : undefined}
            title={name}
          >
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
