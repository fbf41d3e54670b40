import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useFormat } from '../../format/useFormat.ts';
import { Button } from '../../frame/Button.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { MatterLine } from '../../matters/MatterLine.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { ExportButton } from '../../transfers/ExportButton.tsx';
import { MOST_CHOSEN } from '../../../src/matters/lists/longest.rules.ts';
import { allBehind, behindQuery } from './figures.queries.ts';
import style from './Figures.module.css';
import { useFigureWords } from './useFigureWords.ts';

/** The matters behind a number, as they are now; how many of them this seat may not read is said. */
export function BehindPage() {
  const { t, language } = useLanguage();
  const search = useSearch({ from: '/desk/figures/matters' });
  const { today, date } = useFormat();
  const words = useFigureWords();
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(behindQuery(search, today));
  const first = data?.pages[0];
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const { figure: _, side, ...back } = search;
  // A sum has no two sides, and a count is often called what it counts.
  const title = first
    ? [...new Set([first.figure.name[language], words.side(first.figure, side)])].filter(Boolean).join(' · ')
    : t('figures.title');
  return (
    <Page
      title={title}
      over={
        <Link to="/figures" search={back}>
          {t('figures.back')}
        </Link>
      }
      lead={
        first &&
        search.from &&
        search.to && (
          <>
            {t(first.figure.kind === 'sum' ? 'figures.behind.sum' : 'figures.behind', {
              from: date(search.from),
              to: date(search.to),
              n: first.all,
            })}
            {first.readable < first.all && ` ${t('figures.unreadable', { n: first.all - first.readable })}`}
          </>
        )
      }
      actions={
        rows.length > 0 && (
          <ExportButton
            {...(first && first.readable > MOST_CHOSEN ? { label: t('figures.export.first', { n: MOST_CHOSEN }) } : {})}
            list={async () => {
              const all = await allBehind(search, today, { rows, next: data?.pages.at(-1)?.next ?? null }, MOST_CHOSEN);
              return { kind: 'chosen', title, ids: all.map(({ id }) => id), numbers: all.map((row) => row.number) };
            }}
          />
        )
      }
    >
      {error && <Fault error={error} />}
      {!data && !error && <Waiting lines={6} />}
      <ul className={style['behind']}>
        {rows.map((row) => (
          <li key={row.id}>
            <MatterLine row={row}>{null}</MatterLine>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('figures.more')}
        </Button>
      )}
    </Page>
  );
}
