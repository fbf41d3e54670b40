import { Link } from '@tanstack/react-router';
import type { FigureDefinition, FigureValue, Side } from '../../../src/figures/counts/count.contract.ts';
import { moneyText } from '../../format/money.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { FiguresSearch } from './figures-search.ts';
import style from './Figures.module.css';
import { useFigureWords } from './useFigureWords.ts';

type Props = { figure: FigureDefinition; value: FigureValue; search: FiguresSearch; of?: string };

/** The parts of a figure, 43 / 45, each of which opens the matters behind it; and how many were left out. */
export function Parts({ figure, value, search, of }: Props) {
  const spoken = useLanguage();
  const { t } = spoken;
  const words = useFigureWords();
  /** Money as it is said; what is left out of it is so many matters. */
  const said = (side: Side, n: number): string =>
    figure.kind === 'amount' && side === 'part' ? moneyText(spoken, n) : String(n);
  const open = (side: Side, n: number | null) =>
    n ? (
      <Link
        to="/figures/matters"
        search={{ ...search, by: undefined, figure: figure.key, side }}
        className={style['part']}
        aria-label={[of, words.side(figure, side), t('figures.open', { n: said(side, n) })].filter(Boolean).join(' · ')}
      >
        {said(side, n)}
      </Link>
    ) : (
      <span className={style['still']}>{n === null ? '' : said(side, n)}</span>
    );
  if (figure.kind === 'workdays') return null;
  return (
    <span className={style['parts']}>
      {open('part', value.part)}
      {figure.kind === 'rate' && (
        <>
          {' / '}
          {open('of', value.of)}
        </>
      )}
      {value.left > 0 && (
        <span className="faint">
          {' · '}
          {t('figures.left')} {open('left', value.left)}
        </span>
      )}
    </span>
  );
}
