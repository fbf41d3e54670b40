import { useState } from 'react';
import { useAsked, useDoing } from './ask.ts';
import style from './Counter.module.css';
import { Trouble } from './Trouble.tsx';
import { useWords } from './words.tsx';

type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null };
/** A list that comes page by page: what is there so far, and how one gets on. */
export type Paged<Row> = {
  /** Empty until the first page is there (`ready`), or where there is nothing. */
  readonly rows: readonly Row[];
  readonly ready: boolean;
  readonly error: Error | null;
  readonly again: () => void;
  readonly more: { readonly busy: boolean; readonly error: Error | null; readonly fetch: () => void } | null;
};

/** Asks for the first page when it appears and whenever `key` is another; for the next ones on demand, after `next`. */
export function usePaged<Row>(
  key: string,
  pageAfter: (next: string | null, signal?: AbortSignal) => Promise<Page<Row>>,
): Paged<Row> {
  const first = useAsked(key, (signal) => pageAfter(null, signal));
  const [later, setLater] = useState<(Page<Row> & { key: string }) | null>(null);
  const { busy, error, run } = useDoing();
  const followed = later?.key === key ? later : null;
  const next = followed ? followed.next : (first.data?.next ?? null);
  const fetch = () =>
    void run(async () => {
      const page = await pageAfter(next);
      setLater({ key, rows: [...(followed?.rows ?? []), ...page.rows], next: page.next });
    });
  return {
    rows: [...(first.data?.rows ?? []), ...(followed?.rows ?? [])],
    ready: first.data !== null,
    error: first.error,
    again: first.again,
    more: next === null ? null : { busy, error, fetch },
  };
}

/** Below such a list: what kept the next page from coming, and the button that asks for it. */
export function More({ of: { more } }: { of: Paged<unknown> }) {
  const { t } = useWords();
  if (!more) return null;
  return (
    <>
      {more.error && <Trouble error={more.error} />}
      <button type="button" className={style['plain']} disabled={more.busy} onClick={more.fetch}>
        {t('appeal.more')}
      </button>
    </>
  );
}
