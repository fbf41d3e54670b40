import { Link } from '@tanstack/react-router';
import { useT } from '../i18n/language.tsx';
import { PinnedViews } from '../views/PinnedViews.tsx';
import { Icon } from './Icon.tsx';
import style from './SideNav.module.css';
import { usePlaces } from './usePlaces.ts';

export function SideNav() {
  const t = useT();
  return (
    <nav className={style['nav']} aria-label={t('web.nav')}>
      <ul>
        {usePlaces().map(({ to, key, icon }) => (
          <li key={to}>
            <Link to={to} className={style['place']} activeOptions={{ exact: to === '/', includeSearch: false }}>
              <Icon name={icon} />
              {t(key)}
            </Link>
            {to === '/ledger' && <PinnedViews />}
          </li>
        ))}
      </ul>
    </nav>
  );
}
