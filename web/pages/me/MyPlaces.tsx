import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mayReadDeliveries } from '../../../src/notices/delivery/delivery-access.rules.ts';
import { circlesQuery } from '../../circles/circles.queries.ts';
import { guidePageFor } from '../../frame/guidePage.ts';
import { PublicList } from '../../frame/PublicList.tsx';
import { useOtherPlaces } from '../../frame/usePlaces.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.ts';
import style from './MePage.module.css';

/** The places of this seat that have no room at the foot of a phone. */
export function MyPlaces() {
  const { t } = useLanguage();
  const { role } = useSession().caller;
  const others = useOtherPlaces();
  const circles = useQuery(circlesQuery).data?.rows ?? [];
  return (
    <nav aria-label={t('web.me.places')}>
      <ul className={style['places']}>
        {others.map(({ to, key }) => (
          <li key={to}>
            <Link to={to}>{t(key)}</Link>
          </li>
        ))}
        <li>
          <Link to="/figures/ranking">{t('figures.ranking')}</Link>
        </li>
        {!others.some(({ to }) => to === '/duties') && (
          <li>
            <Link to="/duties">{t('duties.page')}</Link>
          </li>
        )}
        <li>
          <PublicList />
        </li>
        <li>
          <Link to="/transfers">{t('transfers.title')}</Link>
        </li>
        {circles.length > 0 && (
          <li>
            <Link to="/circles">{t('circles.title')}</Link>
          </li>
        )}
        {mayReadDeliveries(role) && (
          <li>
            <Link to="/deliveries">{t('web.deliveries')}</Link>
          </li>
        )}
        <li>
          <Link to="/guide/$chair" params={{ chair: guidePageFor(role, circles) }}>
            {t('guide.help')}
          </Link>
        </li>
        <li>
          <Link to="/password">{t('web.password')}</Link>
        </li>
      </ul>
    </nav>
  );
}
