import { useT } from '../../../i18n/language.tsx';
import type { BoardRow } from '../board/board.ts';
import style from './WallArea.module.css';
import { WallLine } from './WallLine.tsx';
import { worstFirst } from './worstFirst.ts';

/** An area: how much of it is struck off, and each matter that is not, the latest first. */
export function WallArea({ area: { area, cells, total, closed } }: { area: BoardRow }) {
  const t = useT();
  const open = worstFirst([...cells.open, ...cells.assigned, ...cells.working, ...cells.answered]);
  return (
    <section className={style['area']} aria-label={area ?? t('documents.area.unnamed')}>
      <h2 className={style['name']}>
        {area ?? t('documents.area.unnamed')}
        <span className={style['count']} data-done={closed === total}>
          {t('documents.board.closed-of', { closed, total })}
        </span>
      </h2>
      {open.length > 0 && (
        <ol className={style['lines']}>
          {open.map((row) => (
            <WallLine key={row.id} row={row} />
          ))}
        </ol>
      )}
    </section>
  );
}
