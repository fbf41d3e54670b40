import { Link } from '@tanstack/react-router';
import type { RoundRow } from '../../../src/matters/rounds/round.contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import { roundTitle } from './roundTitle.ts';
import style from './Round.module.css';

export function RoundLine({ row }: { row: RoundRow }) {
  const t = useT();
  const { day } = useFormat();
  const { total, closed } = row;
  return (
    <li className={style['line']}>
      <Link to="/rounds/$id" params={{ id: row.id }} data-row>
        {roundTitle(t, row)}
      </Link>
      <span className={style['held']}>{day(row.heldOn)}</span>
      <span className={style['done']}>
        {t('documents.round.closed', { closed, total })}
        <span className={style['track']} data-drawn="bar" aria-hidden="true">
          <span style={{ width: `${total ? (closed / total) * 100 : 0}%` }} />
        </span>
      </span>
    </li>
  );
}
