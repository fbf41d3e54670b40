import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { announce } from '../frame/announce.ts';
import { useT } from '../i18n/language.tsx';
import { sessionQuery, useSession } from '../session/session.ts';
import { following } from './follow.ts';
import { keepLine, type LineState } from './line.ts';
import style from './LiveLine.module.css';

/** Holds the seat's live line, and says when it is lost: what is on the page stays, and is caught up by itself. */
export function LiveLine() {
  const t = useT();
  const queries = useQueryClient();
  const { caller } = useSession();
  const [state, setState] = useState<LineState>('opening');
  useEffect(() => {
    const follow = following(queries);
    const from = queries.getQueryData(sessionQuery.queryKey)?.position ?? null;
    const end = keepLine(from, {
      onNews: follow.hear,
      onAnew: follow.anew,
      onState: setState,
      onRefused: () => void queries.refetchQueries({ queryKey: sessionQuery.queryKey }),
    });
    return () => {
      end();
      follow.end();
    };
  }, [queries, caller.seat]);
  const before = useRef(state);
  useEffect(() => {
    if (before.current === 'lost' && state === 'standing') announce(t('live.back'));
    before.current = state;
  }, [state, t]);
  return (
    <output className={style['stand']}>
      {state === 'lost' && (
        <p className={style['lost']}>
          <b>{t('live.lost')}</b> {t('live.lost.what')}
        </p>
      )}
    </output>
  );
}
