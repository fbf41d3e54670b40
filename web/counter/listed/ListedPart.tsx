import { useState } from 'react';
import type { ListedPage, ListedRow } from '../../../src/counter/contract.ts';
import { api, query } from '../../api.ts';
import { useAsked, useDoing } from '../ask.ts';
import style from '../Counter.module.css';
import { Trouble } from '../Trouble.tsx';
import { useWords } from '../words.tsx';
import { ListedItem } from './ListedItem.tsx';

type Props = { part: 'standing' | 'done'; none: string };
type Page = { rows: ListedRow[]; next: string | null };

/** One part of the public list, page after page; `none` is what is said where there is nothing in it. */
export function ListedPart({ part, none }: Props) {
  const { t } = useWords();
  // The server's own address may name the city; it is passed on.
  const city = new URLSearchParams(location.search).get('city') ?? undefined;
  const pageFrom = (after: string | null, signal?: AbortSignal) =>
    api.get<ListedPage>(`/api/counter/listed${query({ city, part, after: after ?? undefined })}`, signal);
  const first = useAsked(`listed ${part}`, (signal) => pageFrom(null, signal));
  const [more, setMore] = useState<Page | null>(null);
  const fetching = useDoing();
  const rows = [...(first.data?.rows ?? []), ...(more?.rows ?? [])];
  const next = more ? more.next : (first.data?.next ?? null);
  const fetchMore = async () => {
    const page = await pageFrom(next);
    setMore({ rows: [...(more?.rows ?? []), ...page.rows], next: page.next });
  };
  if (first.error) return <Trouble error={first.error} onAgain={first.again} />;
  if (!first.data) return null;
  if (!rows.length) return <p className="quiet">{none}</p>;
  return (
    <>
      <ul className={style['list']}>
        {rows.map((row) => (
          <ListedItem key={row.number} row={row} />
        ))}
      </ul>
      {fetching.error && <Trouble error={fetching.error} />}
      {next && (
        <button
          type="button"
          className={style['plain']}
          disabled={fetching.busy}
          onClick={() => void fetching.run(fetchMore)}
        >
          {t('appeal.more')}
        </button>
      )}
    </>
  );
}
