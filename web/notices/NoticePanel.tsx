import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Waiting } from '../frame/Waiting.tsx';
import { useT } from '../i18n/language.tsx';
import { Fault } from '../problems/Fault.tsx';
import { NoticeLine } from './NoticeLine.tsx';
import style from './NoticePanel.module.css';
import { noticesQuery, readNotices } from './notices.ts';

const SHOWN = 12;

/** The newest notices under the bell. */
export function NoticePanel({ onLeave }: { onLeave: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const { data, error } = useInfiniteQuery(noticesQuery(false));
  const rows = data?.pages[0]?.rows.slice(0, SHOWN) ?? [];
  const newest = rows[0];
  return (
    <>
      <div className={style['head']}>
        <h2>{t('web.notices')}</h2>
        {newest && rows.some((row) => !row.read) && (
          <button type="button" onClick={() => void readNotices(queries, { upTo: newest.id })}>
            {t('web.notices.read-all')}
          </button>
        )}
      </div>
      <div className={style['body']}>
        {error && <Fault error={error} />}
        {!data && !error && <Waiting lines={4} />}
        {data && rows.length === 0 && <p className={style['none']}>{t('web.notices.none')}</p>}
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <NoticeLine row={row} onOpen={onLeave} />
            </li>
          ))}
        </ul>
      </div>
      <div className={style['foot']}>
        <Link to="/notices" onClick={onLeave}>
          {t('web.notices.all')}
        </Link>
        <Link to="/me" hash="notices" onClick={onLeave}>
          {t('web.notices.choose')}
        </Link>
      </div>
    </>
  );
}
