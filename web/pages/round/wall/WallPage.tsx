import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Fault } from '../../../frame/Fault.tsx';
import { Waiting } from '../../../frame/Waiting.tsx';
import { useT } from '../../../i18n/language.tsx';
import { useHotkey } from '../../../keys/useHotkey.ts';
import { boardOf } from '../board/board.ts';
import { roundQuery } from '../round.queries.ts';
import { roundTitle } from '../roundTitle.ts';
import { useTurning } from './useTurning.ts';
import { WallArea } from './WallArea.tsx';
import { WallHead } from './WallHead.tsx';
import style from './WallPage.module.css';

/** Nobody sits before a wall to reload it: it asks by itself, also when the line for live news is down. */
const LOOK_AGAIN_MS = 15_000;

/**
 * A round on the screen of a meeting room: every area, what is late first, large enough for the last row. What does not fit
 * is turned over page by page; a press of the space bar holds it.
 */
export function WallPage() {
  const t = useT();
  const navigate = useNavigate();
  const { id } = useParams({ from: '/rounds/$id/wall' });
  const { data, error } = useQuery({ ...roundQuery(id), refetchInterval: LOOK_AGAIN_MS });
  const { sheet, page, pages, held, hold } = useTurning(Boolean(data));
  useHotkey('Escape', () => void navigate({ to: '/rounds/$id', params: { id } }));
  useHotkey(' ', hold);
  const title = data ? roundTitle(t, data.round) : '';
  useEffect(() => {
    document.title = `${title} · 回音`;
  }, [title]);
  if (!data) return error ? <Fault error={error} /> : <Waiting lines={10} />;
  const { rows, counts } = boardOf(data.matters);
  return (
    <main className={style['wall']}>
      <WallHead round={data.round} title={title} counts={counts} />
      <div ref={sheet} className={style['sheet']}>
        {rows.map((area) => (
          <WallArea key={area.area ?? ''} area={area} />
        ))}
      </div>
      {pages > 1 && (
        <p className={style['foot']}>
          <button type="button" onClick={hold} aria-pressed={held}>
            {t(held ? 'wall.go-on' : 'wall.hold')}
          </button>
          {t('wall.page', { page, pages })}
        </p>
      )}
    </main>
  );
}
