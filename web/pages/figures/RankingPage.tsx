import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { Countable } from '../../../src/figures/counts/count.contract.ts';
import type { Ranking } from '../../../src/figures/ranking/ranking.contract.ts';
import { cityDay } from '../../format/day.ts';
import { useFormat } from '../../format/useFormat.ts';
import { WrongAddress } from '../../frame/address/WrongAddress.tsx';
import { Button } from '../../frame/Button.tsx';
import { Nothing } from '../../frame/Nothing.tsx';
import { useOffer } from '../../frame/offers.ts';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { ExportButton } from '../../transfers/ExportButton.tsx';
import { countableQuery, rankingAsked, rankingQuery } from './figures.queries.ts';
import type { FiguresSearch } from './figures-search.ts';
import style from './Figures.module.css';
import { RankedGroup } from './RankedGroup.tsx';
import { useUnknownMechanism } from './useUnknownMechanism.ts';

/** The units ranked among their peers: the score, the raw numbers that it is made of, and who is not ranked and why. */
export function RankingPage() {
  const { t, language } = useLanguage();
  const told = useSearch({ from: '/desk/figures/ranking' });
  const { today, date, instant } = useFormat();
  const { data: choices, error: missing } = useQuery(countableQuery);
  const ranked = choices?.rows.filter(({ ranking }) => ranking);
  const wrong = useUnknownMechanism(told.mechanism, ranked);
  const mechanism = told.mechanism ?? ranked?.[0]?.key;
  const { data, error: refused } = useQuery({
    ...rankingQuery({ ...told, mechanism }, today),
    enabled: Boolean(mechanism) && choices !== undefined && wrong.length === 0,
  });
  useOffer('print', () => window.print());
  // What was held stood then as it is shown; so does what is behind its numbers.
  const asOf = told.asOf ?? (data?.heldAt ? data.to : undefined);
  const search = { ...told, mechanism, ...(data && { from: data.from, to: data.to }), asOf };
  if (wrong.length > 0) return <WrongAddress wrong={wrong} />;
  const error = missing ?? refused;
  const weights = data?.score.map(({ name, weight }) => t('figures.ranking.weight', { name: name[language], weight }));
  return (
    <Page
      title={data ? `${t('figures.ranking')} · ${data.mechanism.name[language]}` : t('figures.ranking')}
      over={
        <Link to="/figures" search={search}>
          {t('figures.back')}
        </Link>
      }
      lead={t('figures.ranking.lead')}
      width="whole"
      actions={
        data && (
          <>
            <ExportButton
              path="/api/figures/ranking/exports"
              ask={{ query: rankingAsked({ ...told, mechanism, from: data.from, to: data.to }, today) }}
            />
            <Button onClick={() => window.print()}>{t('print')}</Button>
          </>
        )
      }
    >
      {error && <Fault error={error} />}
      {ranked?.length === 0 && <Nothing say={t('figures.ranking.nobody')} />}
      {!data && !error && ranked?.length !== 0 && <Waiting lines={6} />}
      {data && (
        <>
          <p className={style['told']}>
            {t('figures.export.days', { from: date(data.from), to: date(data.to) })} ·{' '}
            {t('figures.as-of.at', { at: instant(data.asOf) })}
            <br />
            {t('figures.ranking.formula', { weights: weights ?? [], prior: data.prior, least: data.least })}
          </p>
          {data.kept && <p className="quiet">{t(data.placed ? 'figures.ranking.placed' : 'figures.ranking.kept')}</p>}
          <Holding ranking={data} search={search} today={today} />
          <Leaf ranking={data} search={search} others={ranked ?? []} />
          {data.groups.every((group) => group.ranked.length === 0) && (
            <Nothing say={t('figures.ranking.nobody')}>
              {told.from && (
                <Link to="/figures/ranking" search={{ mechanism }}>
                  {t('figures.ranking.latest')}
                </Link>
              )}
            </Nothing>
          )}
          {data.groups.map((group) => (
            <RankedGroup key={group.group} ranking={data} group={group} search={search} />
          ))}
        </>
      )}
    </Page>
  );
}

type HoldingProps = { ranking: Ranking; search: FiguresSearch; today: string };

/** Whether the ranking was held, and as of when its numbers are; the other way to look at it is a link away. */
function Holding({ ranking, search, today }: HoldingProps) {
  const { t } = useLanguage();
  const { date } = useFormat();
  const { heldAt, to, after } = ranking;
  if (!heldAt) return after === null && to >= today ? <p className="quiet">{t('figures.ranking.running')}</p> : null;
  const then = cityDay(ranking.asOf) <= to;
  return (
    <p className={style['said']}>
      {t(then ? 'figures.ranking.held' : 'figures.ranking.held-now', { day: date(cityDay(heldAt)) })}{' '}
      <Link to="/figures/ranking" search={{ ...search, asOf: then ? today : undefined }}>
        {t(then ? 'figures.ranking.as-now' : 'figures.ranking.as-held')}
      </Link>
    </p>
  );
}

type LeafProps = { ranking: Ranking; search: FiguresSearch; others: Countable['rows'] };

/** To the ranking of the period before or after, and to that of another mechanism. */
function Leaf({ ranking, search, others }: LeafProps) {
  const { t, language } = useLanguage();
  const to = '/figures/ranking';
  return (
    <nav className={style['leaf']} aria-label={t('figures.ranking.others')}>
      <Link to={to} search={{ ...search, ...ranking.before, asOf: undefined }}>
        {t('figures.ranking.before')}
      </Link>
      {ranking.after && (
        <Link to={to} search={{ ...search, ...ranking.after, asOf: undefined }}>
          {t('figures.ranking.after')}
        </Link>
      )}
      {others
        .filter(({ key }) => key !== ranking.mechanism.key)
        .map(({ key, name }) => (
          <Link key={key} to={to} search={{ mechanism: key }}>
            {name[language]}
          </Link>
        ))}
    </nav>
  );
}
