import type { ClockSlip } from '../../src/matters/contract.ts';
import { useFormat } from '../format/useFormat.ts';
import { useT } from '../i18n/language.tsx';
import style from './Slip.module.css';

/** The shapes, so that nobody needs the colours. */
const shape: Record<ClockSlip | 'closed', string> = {
  overdue: '■',
  soon: '◆',
  calm: '●',
  paused: '▮▮',
  met: '✓',
  late: '✓',
  void: '—',
  closed: '✓',
};

type Props = { slip: ClockSlip | 'closed'; left?: number | null };

/** A slip of supervision: a shape, a word, and the working days, in the colour that means it. */
export function Slip({ slip, left = null }: Props) {
  const t = useT();
  const { left: leftText } = useFormat();
  const counts = left !== null && (slip === 'overdue' || slip === 'soon' || slip === 'calm');
  return (
    <span className={style['slip']} data-slip={slip}>
      <span aria-hidden="true" className={style['shape']}>
        {shape[slip]}
      </span>
      {counts ? leftText(left) : t(`web.slip.${slip}`)}
    </span>
  );
}
