import { Link } from '@tanstack/react-router';
import { guidePages } from '../../frame/guidePage.ts';
import { useT } from '../../i18n/language.tsx';
import style from './GuidePlaces.module.css';

/** The other chairs' pages, one step away: whoever deputises reads theirs too. */
export function GuidePlaces() {
  const t = useT();
  return (
    <nav className={style['places']} aria-label={t('guide.places')}>
      <ul>
        {guidePages.map((chair) => (
          <li key={chair}>
            <Link to="/guide/$chair" params={{ chair }}>
              {t(`guide.${chair}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
