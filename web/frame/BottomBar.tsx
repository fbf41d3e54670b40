import { Link } from '@tanstack/react-router';
import { useT } from '../i18n/language.tsx';
import { Icon } from './Icon.tsx';
import style from './BottomBar.module.css';
import { useThumbPlaces } from './usePlaces.ts';

/** The places on a phone, where the thumb is. */
export function BottomBar() {
  const t = useT();
  const thumbPlaces = useThumbPlaces();
  return (
    <nav className={style['bar']} aria-label={t('web.nav')}>
      {thumbPlaces.map(({ to, key, icon }) => (
        <Link key={to} to={to} className={style['place']} activeOptions={{ exact: to === '/', includeSearch: false }}>
          <Icon name={icon} size={22} />
          {t(key)}
        </Link>
      ))}
    </nav>
  );
}
