import type { Counted } from '../../../src/figures/counts/count.contract.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { FiguresSearch } from './figures-search.ts';
import style from './Figures.module.css';
import { Parts } from './Parts.tsx';
import { useFigureWords } from './useFigureWords.ts';

/** Of what is no rate its number is the way to its matters. */
const isCount = ({ kind }: Counted['figures'][number]): boolean =>
  kind === 'count' || kind === 'sum' || kind === 'amount';

/** Every figure of the span: its name, its value, both parts, and what it counts. */
export function WholeFigures({ counted, search }: { counted: Counted; search: FiguresSearch }) {
  const { t, language } = useLanguage();
  const words = useFigureWords();
  return (
    <ul className={style['whole']} aria-label={t('figures.whole')}>
      {counted.figures.map((figure, i) => {
        const value = counted.whole[i]!;
        return (
          <li key={figure.key} data-figure={figure.key}>
            <h2>{figure.name[language]}</h2>
            <p className={style['value']} data-kind={figure.kind}>
              {isCount(figure) && value.part ? null : <b>{words.value(figure, value)}</b>}
              {figure.kind !== 'workdays' && (figure.kind === 'rate' || value.part || value.left) ? (
                <Parts figure={figure} value={value} search={search} />
              ) : null}
            </p>
            {figure.kind === 'rate' && value.of ? (
              <svg
                className={style['bar']}
                data-drawn="bar"
                viewBox="0 0 100 4"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <rect className={style['track']} width="100" height="4" />
                <rect className={style['fill']} width={(100 * (value.part ?? 0)) / value.of} height="4" />
              </svg>
            ) : null}
            <p className="quiet">{words.meaning(figure)}</p>
          </li>
        );
      })}
    </ul>
  );
}
