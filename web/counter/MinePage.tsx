import type { AppealPage as Page } from '../../src/counter/contract.ts';
import { api, query } from '../api.ts';
import { wantsSignIn } from './ask.ts';
import style from './Counter.module.css';
import { More, usePaged } from './paged.tsx';
import { Trouble } from './Trouble.tsx';
import { Way } from './way.tsx';
import { useWords } from './words.tsx';

const pageFrom = (before: string | null, signal?: AbortSignal) =>
  api.get<Page>(`/api/counter/appeals${query({ before: before ?? undefined })}`, signal);

/** What one has raised, newest first. */
export function MinePage() {
  const { t, named, day, instant } = useWords();
  const list = usePaged('mine', pageFrom);
  return (
    <>
      <h1>{t('appeal.mine')}</h1>
      {wantsSignIn(list.error) && (
        <p>
          <Way to="/appeal/sign-in">{t('appeal.sign-in')}</Way>
        </p>
      )}
      {list.error && !wantsSignIn(list.error) && <Trouble error={list.error} onAgain={list.again} />}
      {list.ready && list.rows.length === 0 && <p className="quiet">{t('appeal.mine.none')}</p>}
      <ul className={style['list']}>
        {list.rows.map(({ id, number, text, stage, phase, registeredAt, closedOn }) => (
          <li key={id}>
            <Way to={`/appeal/${id}`} className={style['row']}>
              <span className={style['rowText']}>{text}</span>
              <span className="quiet">
                {number} · {instant(registeredAt)}
              </span>
              <span className={style['stage']} data-phase={phase}>
                {named(stage)} {closedOn && day(closedOn)}
              </span>
            </Way>
          </li>
        ))}
      </ul>
      <More of={list} />
      <p>
        <Way to="/appeal/new">{t('appeal.new')}</Way>
      </p>
      <p>
        <Way to="/appeal/own">{t('appeal.own')}</Way>
      </p>
    </>
  );
}
