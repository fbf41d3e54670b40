import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { SavedView, ViewSearch } from '../../src/views/contract.ts';
import { Icon } from '../frame/Icon.tsx';
import { useT } from '../i18n/language.tsx';
import { SaveViewForm } from './SaveViewForm.tsx';
import { useViewChange, viewsQuery } from './views.ts';
import style from './ViewsMenu.module.css';

type Props = {
  /** What the list shows now, to be saved. */
  search: ViewSearch;
  /** The view that the list began with. */
  view: SavedView | undefined;
};

/** All views that this seat may use: to open, pin, change and remove; and what is shown now, to be saved under a name. */
export function ViewsMenu({ search, view }: Props) {
  const t = useT();
  const { data } = useQuery(viewsQuery);
  const change = useViewChange();
  const menu = useRef<HTMLElement>(null);
  const shut = () => menu.current?.hidePopover();
  return (
    <>
      <button type="button" className={style['button']} popoverTarget="ledger-views">
        <Icon name="star" size={16} />
        {t('views')}
      </button>
      <section ref={menu} id="ledger-views" popover="auto" className={style['menu']} aria-label={t('views')}>
        {data?.length === 0 && <p className="quiet">{t('views.none')}</p>}
        <ul className={style['views']}>
          {data?.map((one) => (
            <li key={one.id}>
              <Link to="/ledger" search={{ ...one.search, view: one.id }} className={style['name']} onClick={shut}>
                {one.name}
                <span className="faint">{t(`views.shared.${one.own ? one.shared : 'by'}`, { who: one.by })}</span>
              </Link>
              <button
                type="button"
                className={style['small']}
                aria-pressed={one.pinned}
                aria-label={t(one.pinned ? 'views.unpin' : 'views.pin', { name: one.name })}
                title={t(one.pinned ? 'views.unpin' : 'views.pin', { name: one.name })}
                onClick={() => change.mutate({ do: one.pinned ? 'unpin' : 'pin', id: one.id })}
              >
                <Icon name="pin" size={16} />
              </button>
              {one.own && (
                <button
                  type="button"
                  className={style['small']}
                  aria-label={t('views.drop', { name: one.name })}
                  title={t('views.drop', { name: one.name })}
                  onClick={() => change.mutate({ do: 'drop', id: one.id })}
                >
                  <Icon name="cross" size={16} />
                </button>
              )}
            </li>
          ))}
        </ul>
        <SaveViewForm key={view?.id ?? ''} search={search} view={view} onSaved={shut} />
      </section>
    </>
  );
}
