import { useEffect, useRef, useState } from 'react';
import type { AppealView } from '../../src/counter/contract.ts';
import type { Looks } from '../../src/privacy/contract.ts';
import { uuidv7 } from '../act-id.ts';
import { api } from '../api.ts';
import { cityName } from './appeal/cityName.ts';
import { useAsked, useDoing, wantsSignIn } from './ask.ts';
import style from './Counter.module.css';
import { Trouble } from './Trouble.tsx';
import { Way } from './way.tsx';
import { useWords } from './words.tsx';

type Props = {
  /** Told what is raised is called, where it is one thing alone. */
  onKind: (kind: AppealView['kind'] | null) => void;
};

/** What is kept of oneself, who looked at it; a copy to take away, and asking to be erased. */
export function OwnPage({ onKind }: Props) {
  const { t, day, instant, named } = useWords();
  const { data, error, again, put } = useAsked('personal', (signal) => api.get<Looks>('/api/counter/personal', signal));
  const alone = data?.sealed?.only ? data.sealed : null;
  useEffect(() => {
    onKind(alone);
    return () => onKind(null);
  }, [onKind, alone]);
  const [sure, setSure] = useState(false);
  const { run, busy, error: failed } = useDoing();
  const id = useRef(uuidv7());
  const wish = async () => {
    put(await api.act<Looks>('/api/counter/erasure', { id: id.current }));
    setSure(false);
    id.current = uuidv7();
  };
  if (wantsSignIn(error))
    return (
      <>
        <h1>{t('appeal.own')}</h1>
        <p>
          <Way to="/appeal/follow">{t('appeal.follow')}</Way>
        </p>
      </>
    );
  if (error) return <Trouble error={error} onAgain={again} />;
  if (!data) return null;
  const { sealed } = data;
  const kind = sealed && named(sealed);
  const waits = data.wish !== null && data.wish.declined === null;
  return (
    <>
      <h1>{t('appeal.own')}</h1>
      <p className={style['lead']}>
        {sealed?.only ? t('appeal.own.lead.sealed', { name: kind! }) : t('appeal.own.lead')}
      </p>
      {(data.contacts.length > 0 || !sealed?.only) && (
        <section className={style['section']}>
          <h2>{t('appeal.own.contacts')}</h2>
          <p>
            {data.contacts.length > 0 ? t('appeal.own.list', { list: data.contacts }) : t('appeal.own.contacts.none')}
          </p>
        </section>
      )}
      <section className={style['section']}>
        <h2>{t('appeal.own.looks')}</h2>
        {data.rows.length === 0 && !sealed?.only && <p className="quiet">{t('appeal.own.looks.none')}</p>}
        {sealed && <p className="quiet">{t('appeal.own.looks.sealed', { name: kind! })}</p>}
        <ul className={style['list']}>
          {data.rows.map(({ at, purpose, ...look }) => (
            <li key={at}>
              {t('appeal.own.look', { unit: cityName(look, t), purpose })} <span className="quiet">{instant(at)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className={style['section']}>
        <h2>{t('appeal.own.copy')}</h2>
        <div className={style['ways']}>
          <a className={style['plain']} href="/api/counter/copy?format=zip" download>
            {t('appeal.own.copy.zip')}
          </a>
          <a className={style['plain']} href="/api/counter/copy?format=json" download>
            {t('appeal.own.copy.json')}
          </a>
        </div>
      </section>
      <section className={style['section']}>
        <h2>{t('appeal.own.erase')}</h2>
        <p>{t(sealed ? 'appeal.own.erase.lead.sealed' : 'appeal.own.erase.lead')}</p>
        {data.wish?.declined && (
          <p className={style['note']}>{t('appeal.own.declined', { why: data.wish.declined })}</p>
        )}
        {failed && <Trouble error={failed} />}
        {waits && (
          <output>
            {t(sealed ? 'appeal.own.waits.sealed' : 'appeal.own.waits', { at: instant(data.wish!.at) })}{' '}
            {data.wish!.due && t('appeal.own.waits.until', { day: day(data.wish!.due) })}
          </output>
        )}
        {!waits && !sure && (
          <button type="button" className={style['plain']} onClick={() => setSure(true)}>
            {t('appeal.own.erase')}
          </button>
        )}
        {!waits && sure && (
          <div className={style['ways']}>
            <button type="button" className={style['primary']} disabled={busy} onClick={() => void run(wish)}>
              {t('appeal.own.erase.send')}
            </button>
            <button type="button" className={style['plain']} onClick={() => setSure(false)}>
              {t('appeal.own.keep')}
            </button>
          </div>
        )}
      </section>
    </>
  );
}
