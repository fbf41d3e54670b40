import { Link } from '@tanstack/react-router';
import type { Ranking } from '../../../src/figures/ranking/ranking.contract.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useUnits } from '../../units/useUnits.ts';
import { percentOf } from '../round/figures/figure.ts';
import type { FiguresSearch } from './figures-search.ts';
import style from './Figures.module.css';
import { Parts } from './Parts.tsx';

type Peers = Ranking['groups'][number];
type Props = { ranking: Ranking; group: Peers; search: FiguresSearch };

/** The units of one kind, ranked among themselves, and those of too few matters to be. */
export function RankedGroup({ ranking, group, search }: Props) {
  const { t } = useLanguage();
  const { unitName } = useUnits();
  const name = t(`figures.ranking.group.${group.group}`);
  return (
    <section aria-label={name}>
      <h2 className={style['group']}>{name}</h2>
      {group.ranked.length > 0 && (
        <section
          className={style['scroll']}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what is wider than the page is reached by the keys
          tabIndex={0}
          aria-label={t('figures.ranking.of', { group: name })}
        >
          <RankingTable ranking={ranking} group={group} search={search} />
        </section>
      )}
      {group.left.length > 0 && (
        <>
          <h3 className={style['group']}>{t('figures.ranking.left')}</h3>
          <ul>
            {group.left.map(({ unit, n }) => (
              <li key={unit}>
                <Link to="/figures" search={{ ...search, unit }} className={style['aside']}>
                  {t('figures.ranking.too-few', { unit: unitName(unit), n, least: ranking.least })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function RankingTable({ ranking, group, search }: Props) {
  const { t, language } = useLanguage();
  return (
    <table className={style['table']}>
      <thead>
        <tr>
          <th scope="col">{t('figures.ranking.unit')}</th>
          <th scope="col">{t('figures.ranking.place')}</th>
          <th scope="col">{t('figures.ranking.score')}</th>
          <th scope="col">{t('figures.ranking.n')}</th>
          {ranking.score.map((figure) => (
            <th key={figure.key} scope="col">
              {figure.name[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {group.ranked.map((row) => (
          <RankedRow key={row.unit} row={row} score={ranking.score} search={search} />
        ))}
        <tr>
          <th scope="row">{t('figures.ranking.mean')}</th>
          <td colSpan={3}>{t('figures.nothing')}</td>
          {group.mean.map(({ part, of }, i) => (
            <td key={ranking.score[i]!.key}>
              {percentOf(part, of) ?? t('figures.nothing')}
              <br />
              {part} / {of}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

type RowProps = { row: Peers['ranked'][number]; score: Ranking['score']; search: FiguresSearch };

/** A unit: its place, its score, and each rate that the score is drawn from, with both its parts. */
function RankedRow({ row, score, search }: RowProps) {
  const { t, language } = useLanguage();
  const { unitName } = useUnits();
  return (
    <tr>
      <th scope="row">
        {unitName(row.unit)}
        {row.last && <span className="faint"> · {t('figures.ranking.last')}</span>}
        {row.followed && (
          <Link to="/matters/$id" params={{ id: row.followed.id }} className={style['followed']}>
            {row.followed.number}
          </Link>
        )}
      </th>
      <td>{row.place}</td>
      <td className={style['score']}>{row.score.toFixed(2)}</td>
      <td>
        <OfUnit unit={row.unit} n={row.n} search={search} />
      </td>
      {score.map(({ key, name, without }, i) => {
        const { part, of, left } = row.rates[i]!;
        return (
          <td key={key}>
            <b>{percentOf(part, of) ?? t('figures.nothing')}</b>
            <Parts
              figure={{ key, name, kind: 'rate', part: [], of: [], without, at: null }}
              value={{ key, part, of, left, kept: 0 }}
              search={{ ...search, unit: row.unit }}
              of={`${unitName(row.unit)} ${name[language]}`}
            />
          </td>
        );
      })}
    </tr>
  );
}

/** How many matters a unit is ranked by, which opens all its figures of these days, and by them the matters. */
function OfUnit({ unit, n, search }: { unit: string; n: number; search: FiguresSearch }) {
  const { t } = useLanguage();
  const { unitName } = useUnits();
  const called = t('figures.ranking.figures-of', { unit: unitName(unit), n });
  return (
    <Link to="/figures" search={{ ...search, unit }} className={style['part']} aria-label={called}>
      {n}
    </Link>
  );
}
