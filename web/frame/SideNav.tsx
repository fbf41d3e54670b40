import { Link } from '@tanstack/react-router';
import { useT } from '../i18n/language.tsx';
import { Icon } from './Icon.tsx';
import { places } from './places.ts';
import style from './SideNav.module.css';

export function SideNav() {
  const t = useT();
  return (
    <nav className={style['nav']} aria-label={t('web.nav')}>
      <ul>
        {places.map(({ to, key, icon }) => (
          <li key={to}>
            <Link to={to} className={style['place']} activeOptions={{ exact: to === '/', includeSearch: false }}>
              <Icon name={icon} />
              {t(key)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
