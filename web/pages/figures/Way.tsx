import { Link } from '@tanstack/react-router';
import type { Counted } from '../../../src/figures/counts/count.contract.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useUnits } from '../../units/useUnits.ts';
import type { FiguresSearch } from './figures-search.ts';
import style from './Figures.module.css';

type Props = { search: FiguresSearch; way: Counted['way'] };

/** What the numbers are narrowed to, each with a way out: the category from the top down, the unit, the channel. */
export function Way({ search, way }: Props) {
  const { t, language } = useLanguage();
  const { unitName } = useUnits();
  const { unit, category, channel, size, place } = search;
  const others = [
    ['unit', unit && (unit === 'none' ? t('figures.of-none') : unitName(unit))],
    ['category', category && way.length === 0 ? category : undefined],
    ['channel', channel],
    ['size', size && t(`figures.size.${size}`)],
    ['place', place],
  ] as const;
  if (!way.length && !others.some(([, said]) => said)) return null;
  return (
    <ul className={style['way']} aria-label={t('figures.narrowed')}>
      {way.length > 0 && (
        <li>
          <Link to="/figures" search={{ ...search, category: undefined }}>
            {t('figures.all-categories')}
          </Link>
        </li>
      )}
      {way.map(({ code, name }) => (
        <li key={code}>
          <Link to="/figures" search={{ ...search, category: code }} aria-current={code === category}>
            {name[language]}
          </Link>
        </li>
      ))}
      {others.map(
        ([key, said]) =>
          said && (
            <li key={key}>
              <Link to="/figures" search={{ ...search, [key]: undefined }}>
                {said} <span aria-hidden="true">×</span>
                <span className="unseen">{t('web.ledger.drop')}</span>
              </Link>
            </li>
          ),
      )}
    </ul>
  );
}
