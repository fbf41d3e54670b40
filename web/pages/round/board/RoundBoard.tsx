import { useRef } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import type { Known } from '../../../live/held.ts';
import { NewsBar } from '../../../live/NewsBar.tsx';
import { useHeld } from '../../../live/useHeld.ts';
import { boardOf } from './board.ts';
import { MatterCard } from './MatterCard.tsx';
import style from './RoundBoard.module.css';

const known: Known<MatterRow> = {
  key: ({ id }) => id,
  version: ({ seq }) => seq,
  place: ({ area, phase }) => `${phase} ${area}`,
};

/** The round as a board: an area a row, a phase a column. On a phone the same table lies as a list by area. */
export function RoundBoard({ round, matters }: { round: string; matters: readonly MatterRow[] }) {
  const t = useT();
  const board = useRef<HTMLDivElement>(null);
  const { rows: held, waiting, marks, show } = useHeld(round, matters, known, board);
  const { phases, rows, counts } = boardOf(held);
  return (
    <div ref={board}>
      <NewsBar waiting={waiting} onShow={show} />
      <table className={style['board']}>
        <caption className="unseen">{t('documents.board')}</caption>
        <colgroup>
          <col className={style['area-col'] ?? ''} />
          {phases.map((phase) => (
            <col key={phase} data-empty={counts[phase] === 0} className={style['phase-col'] ?? ''} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('documents.area')}</th>
            {phases.map((phase) => (
              <th key={phase} scope="col" data-phase={phase}>
                {t(`documents.board.${phase}`)} <span className={style['count']}>{counts[phase]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ area, cells, total, closed }) => (
            <tr key={area ?? ''}>
              <th scope="row">
                {area ?? t('documents.area.unnamed')}
                <span className={style['count']}>{t('documents.board.closed-of', { closed, total })}</span>
              </th>
              {phases.map((phase) => (
                <td key={phase} data-empty={cells[phase].length === 0}>
                  <div className={style['cards']}>
                    {cells[phase].map((row) => (
                      <MatterCard key={row.id} row={row} fresh={marks.has(row.id)} />
                    ))}
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
