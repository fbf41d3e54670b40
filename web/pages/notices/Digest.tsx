import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { NoticeDigest, NoticeRow } from '../../../src/notices/contract.ts';
import { Nothing } from '../../frame/Nothing.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT, type Translate } from '../../i18n/language.tsx';
import { NoticeLine } from '../../notices/NoticeLine.tsx';
import { digestQuery } from '../../notices/notices.ts';
import { Fault } from '../../problems/Fault.tsx';
import style from './NoticesPage.module.css';

/** What is unread and still so, a line for each matter, the worst first: what the digest of a day says, for whoever has no mail too. */
export function Digest() {
  const t = useT();
  const { data, error } = useQuery(digestQuery);
  if (error) return <Fault error={error} />;
  if (!data) return <Waiting lines={6} />;
  if (data.n === 0)
    return (
      <Nothing say={t('web.notices.none-digest')}>
        <Link to="/notices">{t('web.notices.all')}</Link>
      </Nothing>
    );
  return (
    <>
      <p className={style['sum']}>{sumOf(t, data)}</p>
      <ul className={style['list']}>
        {data.matters.map((rows) => (
          <li key={rows[0]!.id}>
            <NoticeLine row={rows[0]!} />
            {rows.length > 1 && <p className={style['also']}>{alsoOf(t, rows)}</p>}
          </li>
        ))}
      </ul>
      {data.n > data.matters.length && (
        <p className="quiet">{t('web.notices.digest-more', { n: data.n - data.matters.length })}</p>
      )}
    </>
  );
}

function sumOf(t: Translate, { n, overdue, own }: NoticeDigest): string {
  const key = overdue && own ? 'both' : overdue ? 'overdue' : own ? 'own' : null;
  return t(key ? `web.notices.digest.${key}` : 'web.notices.digest.sum', { n, overdue, own });
}

/** What else was told of the same matter, each kind once. */
function alsoOf(t: Translate, [, ...others]: readonly NoticeRow[]): string {
  const kinds = others.map(({ kind, color }) => t(color ? `notice.slip.${color}` : `notice.kind.${kind}`));
  return t('web.notices.also', { n: others.length, kinds: [...new Set(kinds)].join(t('web.notices.and')) });
}
