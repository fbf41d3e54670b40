import type { ListedPage } from '../../../src/counter/contract.ts';
import { api, query } from '../../api.ts';
import style from '../Counter.module.css';
import { More, usePaged } from '../paged.tsx';
import { Trouble } from '../Trouble.tsx';
import { ListedItem } from './ListedItem.tsx';

type Props = { part: 'standing' | 'done'; none: string };

/** One part of the public list, page after page; `none` is what is said where there is nothing in it. */
export function ListedPart({ part, none }: Props) {
  // The server's own address may name the city; it is passed on.
  const city = new URLSearchParams(location.search).get('city') ?? undefined;
  const pageFrom = (after: string | null, signal?: AbortSignal) =>
    api.get<ListedPage>(`/api/counter/listed${query({ city, part, after: after ?? undefined })}`, signal);
  const list = usePaged(`listed ${part}`, pageFrom);
  if (list.error) return <Trouble error={list.error} onAgain={list.again} />;
  if (!list.ready) return null;
  if (!list.rows.length) return <p className="quiet">{none}</p>;
  return (
    <>
      <ul className={style['list']}>
        {list.rows.map((row) => (
          <ListedItem key={row.number} row={row} />
        ))}
      </ul>
      <More of={list} />
    </>
  );
}
