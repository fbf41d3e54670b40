import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mayPublish } from '../../../../src/bulletins/publish-access.rules.ts';
import { useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import { roundsQuery } from '../../round/round.queries.ts';
import style from './List.module.css';

/** The newest round that has no bulletin yet, for whoever writes it. */
export function WriteNext({ written }: { written: ReadonlySet<string> }) {
  const t = useT();
  const { caller } = useSession();
  const { data } = useInfiniteQuery({ ...roundsQuery, enabled: mayPublish(caller.role) });
  const next = data?.pages[0]?.rows[0];
  if (!next || written.has(next.id)) return null;
  return (
    <Link to="/bulletins/preview" search={{ round: next.id }} className={style['write']}>
      {t('documents.bulletins.write', { number: next.number })}
    </Link>
  );
}
