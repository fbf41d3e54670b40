import { Link } from '@tanstack/react-router';
import { NONE, type Counted, type FigureGroup } from '../../../src/figures/counts/count.contract.ts';
import { common, isPeriod, spanOf } from '../../../src/figures/counts/period.rules.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { FiguresSearch } from './figures-search.ts';
import style from './Figures.module.css';
import { Parts } from './Parts.tsx';
import { useFigureWords } from './useFigureWords.ts';

type By = NonNullable<FiguresSearch['by']>;
type Props = { counted: Counted; search: FiguresSearch & { by: By } };

/** The figures by unit, category, channel, period …: a row for each, its numbers with both parts. */
export function BreakdownTable({ counted, search }: Props) {
  const { t, language } = useLanguage();
  const words = useFigureWords();
  const { date, month } = useFormat();
  const { by } = search;
  const nameOf = ({ key, name }: FigureGroup): string => {
    if (name) return name[language];
    if (key === null) return t('figures.of-none');
    if (by === 'size') return t(`figures.size.${key}`);
    if (by === 'place' && key === 'unknown') return t('figures.size.unknown');
    if (by === 'month') return month(key.slice(0, 7));
    if (by === 'quarter')
      return t('figures.quarter', { year: key.slice(0, 4), n: Math.ceil(Number(key.slice(5, 7)) / 3) });
    if (by === 'year') return t('figures.year', { year: key.slice(0, 4) });
    if (by === 'week') return t('figures.week', { from: date(key) });
    return by === 'day' ? date(key) : key;
  };
  return (
    <section
      className={style['scroll']}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is wider than the page is reached by the keys
      tabIndex={0}
      aria-label={t(`figures.by.${by}`)}
    >
      <table className={style['table']}>
        <thead>
          <tr>
            <th scope="col">{t(`figures.by.${by}`)}</th>
            {counted.figures.map((figure) => (
              <th key={figure.key} scope="col">
                {figure.name[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counted.groups.map((group) => (
            <tr key={group.key ?? ''}>
              <th scope="row">
                {group.below ? (
                  <Link to="/figures" search={{ ...search, category: group.key ?? undefined }}>
                    {nameOf(group)}
                  </Link>
                ) : (
                  nameOf(group)
                )}
              </th>
              {counted.figures.map((figure, i) => {
                const value = group.values[i]!;
                return (
                  <td key={figure.key}>
                    {(figure.kind === 'rate' || figure.kind === 'workdays') && <b>{words.value(figure, value)}</b>}
                    <Parts figure={figure} value={value} search={narrowed(search, group.key)} of={nameOf(group)} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What is asked, of one group alone. */
function narrowed(search: Props['search'], key: string | null): FiguresSearch {
  const { by, from, to } = search;
  if (isPeriod(by)) {
    const span = key && from && to ? common(spanOf(by, key), { from, to }) : null;
    return { ...search, ...span };
  }
  return { ...search, [by]: key ?? NONE };
}
