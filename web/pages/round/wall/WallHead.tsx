import { Link } from '@tanstack/react-router';
import type { RoundRow } from '../../../../src/matters/rounds/round.contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import type { Board } from '../board/board.ts';
import style from './WallHead.module.css';

type Props = { round: RoundRow; title: string; counts: Board['counts'] };
const PHASES = ['closed', 'answered', 'working', 'assigned', 'open'] as const;

/** Which meeting it is, how much of it is struck off, and in one bar where the rest stands. */
export function WallHead({ round, title, counts }: Props) {
  const t = useT();
  const { day } = useFormat();
  const shown = PHASES.filter((phase) => counts[phase] > 0);
  return (
    <header className={style['head']}>
      <div>
        <h1>{title}</h1>
        <p className={style['held']}>
          {day(round.heldOn)}
          <Link to="/rounds/$id" params={{ id: round.id }} className={style['back']}>
            {t('wall.back')}
          </Link>
        </p>
      </div>
      <p className={style['done']}>
        {t('documents.board.closed')} <b>{counts.closed}</b> / {round.total}
      </p>
      <ul className={style['bar']} aria-label={t('documents.board')}>
        {shown.map((phase) => (
          <li key={phase} data-phase={phase} style={{ flexGrow: counts[phase] }}>
            {t(`documents.board.${phase}`)} {counts[phase]}
          </li>
        ))}
      </ul>
    </header>
  );
}
