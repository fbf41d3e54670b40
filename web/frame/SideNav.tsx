import { Link } from '@tanstack/react-router';
import { useT } from '../i18n/language.tsx';
import { mayReadDrafts } from '../../src/intake/draft-access.rules.ts';
import { useSession } from '../session/session.ts';
import { PinnedViews } from '../views/PinnedViews.tsx';
import { Icon } from './Icon.tsx';
import { places } from './places.ts';
import style from './SideNav.module.css';

export function SideNav() {
  const t = useT();
  const { role } = useSession().caller;
  return (
    <nav className={style['nav']} aria-label={t('web.nav')}>
      <ul>
        {places
          .filter(
            ({ to }) => (to !== '/minutes' || mayReadDrafts(role)) && (to !== '/admin' || role === 'administrator'),
          )
          .map(({ to, key, icon }) => (
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
