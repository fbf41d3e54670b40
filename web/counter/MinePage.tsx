import { useState } from 'react';
import type { AppealPage as Page, AppealRow } from '../../src/counter/contract.ts';
import { api, query } from '../api.ts';
import { useAsked, useDoing, wantsSignIn } from './ask.ts';
import style from './Counter.module.css';
import { Trouble } from './Trouble.tsx';
import { Way } from './way.tsx';
import { useWords } from './words.tsx';

const pageFrom = (before: string | null, signal?: AbortSignal) =>
  api.get<Page>(`/api/counter/appeals${query({ before: before ?? undefined })}`, signal);

/** What one has raised, newest first. */
export function MinePage() {
  const { t, named, instant } = useWords();
  const first = useAsked('mine', (signal) => pageFrom(null, signal));
  const [more, setMore] = useState<{ rows: AppealRow[]; next: string | null } | null>(null);
  const fetching = useDoing();
  const rows = [...(first.data?.rows ?? []), ...(more?.rows ?? [])];
  const next = more ? more.next : (first.data?.next ?? null);
  const fetchMore = async () => {
    const page = await pageFrom(next);
    setMore({ rows: [...(more?.rows ?? []), ...page.rows], next: page.next });
  };
  return (
    <>
      <h1>{t('appeal.mine')}</h1>
      {wantsSignIn(first.error) && (
        <p>
          <Way to="/appeal/sign-in">{t('appeal.sign-in')}</Way>
        </p>
      )}
      {first.error && !wantsSignIn(first.error) && <Trouble error={first.error} onAgain={first.again} />}
      {first.data && rows.length === 0 && <p className="quiet">{t('appeal.mine.none')}</p>}
      <ul className={style['list']}>
        {rows.map(({ id, number, text, stage, phase, registeredAt }) => (
          <li key={id}>
            <Way to={`/appeal/${id}`} className={style['row']}>
              <span className={style['rowText']}>{text}</span>
              <span className="quiet">
                {number} · {instant(registeredAt)}
              </span>
              <span className={style['stage']} data-phase={phase}>
                {named(stage)}
              </span>
            </Way>
          </li>
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
      <p>
        <Way to="/appeal/new">{t('appeal.new')}</Way>
      </p>
      <p>
        <Way to="/appeal/own">{t('appeal.own')}</Way>
      </p>
    </>
  );
}
