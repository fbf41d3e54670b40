import type { ClockSlip } from '../../src/matters/contract.ts';
import { useFormat } from '../format/useFormat.ts';
import { useT } from '../i18n/language.tsx';
import { slipWords, type Ended } from './slipWords.ts';
import style from './Slip.module.css';

/** The shapes, so that nobody needs the colours. */
const shape: Record<ClockSlip | Ended, string> = {
  overdue: '■',
  soon: '◆',
  calm: '●',
  paused: '▮▮',
  met: '✓',
  late: '✓',
  void: '—',
  lapsed: '—',
  closed: '✓',
  joined: '⇢',
  excluded: '—',
};

type Props = { slip: ClockSlip | Ended; left?: number | null };

/** A slip of supervision: a shape, a word, and the working days, in the colour that means it. */
export function Slip({ slip, left = null }: Props) {
  const t = useT();
  const format = useFormat();
  return (
    <span className={style['slip']} data-slip={slip}>
      <span aria-hidden="true" className={style['shape']}>
        {shape[slip]}
      </span>
      {slipWords(slip, left, { t, left: format.left })}
    </span>
  );
}
