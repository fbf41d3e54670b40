import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { useT } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.ts';
import style from './Admin.module.css';
import { adminPlaces } from './adminPlaces.ts';

/** The administrator's rooms side by side; on a phone as a row that is pushed along. Others are told whose it is. */
export function AdminLayout() {
  const t = useT();
  const { caller } = useSession();
  const rooms = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the room that one is in may lie beyond the edge of the row.
  useEffect(() => {
    const [row, here] = [rooms.current, rooms.current?.querySelector<HTMLElement>('[aria-current="page"]')];
    if (row && here) row.scrollLeft = here.offsetLeft + here.offsetWidth / 2 - row.clientWidth / 2;
  }, [pathname]);
  if (caller.role !== 'administrator')
    return (
      <Page title={t('admin.title')} width="reading">
        <Nothing say={t('admin.only')}>
          <Link to="/">{t('web.home')}</Link>
        </Nothing>
      </Page>
    );
  return (
    <div className={style['admin']}>
      <nav ref={rooms} className={style['rooms']} aria-label={t('admin.title')}>
        <ul>
          {adminPlaces.map(({ to, key }) => (
            <li key={to}>
              <Link to={to} className={style['room']} activeOptions={{ includeSearch: false }}>
                {t(key)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={style['here']}>
        <Outlet />
      </div>
    </div>
  );
}
