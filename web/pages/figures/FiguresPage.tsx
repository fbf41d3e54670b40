import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { spanOf } from '../../../src/figures/counts/period.rules.ts';
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
import { BreakdownTable } from './BreakdownTable.tsx';
import { askedOf, countableQuery, countedQuery } from './figures.queries.ts';
import { completed } from './completed.ts';
import style from './Figures.module.css';
import { Pickers } from './Pickers.tsx';
import { useUnknownMechanism } from './useUnknownMechanism.ts';
import { Way } from './Way.tsx';
import { WholeFigures } from './WholeFigures.tsx';

/** What is counted of a mechanism over some days: every rate with both its parts, each of which opens its matters. */
export function FiguresPage() {
  const { t } = useLanguage();
  const told = useSearch({ from: '/desk/figures' });
  const { today, date, instant } = useFormat();
  const { data: choices, error: missing } = useQuery(countableQuery);
  const wrong = useUnknownMechanism(told.mechanism, choices?.rows);
  const search = choices && completed(told, choices.rows, today);
  const asked = search && !wrong.length ? askedOf(search, today) : null;
  const { data, error } = useQuery(countedQuery(asked));
  const kept = Math.max(0, ...(data?.whole ?? []).map((value) => value.kept));
  useOffer('print', () => window.print());
  if (wrong.length > 0) return <WrongAddress wrong={wrong} />;
  return (
    <Page
      title={t('figures.title')}
      lead={t('figures.lead')}
      width="whole"
      actions={
        search && (
          <>
            {choices.rows.some(({ key, ranking }) => key === search.mechanism && ranking) && (
              <Link to="/figures/ranking" search={{ ...told, mechanism: search.mechanism }} className={style['other']}>
                {t('figures.ranking')}
              </Link>
            )}
            {asked && <ExportButton path="/api/figures/exports" ask={{ query: asked }} />}
            <Button onClick={() => window.print()}>{t('print')}</Button>
          </>
        )
      }
    >
      {(missing ?? error) && <Fault error={(missing ?? error)!} />}
      {choices && !search && <Nothing say={t('figures.none-yet')} />}
      {search && <Pickers search={search} rows={choices.rows} />}
      {!data && !missing && !error && (!choices || search) && <Waiting lines={6} />}
      {search && data && (
        <>
          <p className={style['told']}>
            {t('figures.told', {
              moment: t(`figures.moment.${data.mechanism.countedBy}`),
              from: date(data.from),
              to: date(data.to),
              at: instant(data.asOf),
            })}
            {!data.settled && ` ${t('figures.unsettled')}`}
          </p>
          {kept > 0 && <p className={style['said']}>{t('figures.kept', { n: kept })}</p>}
          <Way search={search} way={data.way} />
          <WholeFigures counted={data} search={search} />
          {search.by && data.groups.length > 0 && (
            <BreakdownTable counted={data} search={{ ...search, by: search.by }} />
          )}
          {search.by && data.groups.length === 0 && (
            <Nothing say={t('figures.nobody')}>
              <Link to="/figures" search={{ ...search, ...spanOf('year', search.from) }}>
                {t('figures.whole-year')}
              </Link>
            </Nothing>
          )}
        </>
      )}
    </Page>
  );
}
