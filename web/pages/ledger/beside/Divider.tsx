import { useT } from '../../../i18n/language.tsx';
import style from './Divider.module.css';

const [LEAST, MOST, STEP] = [300, 900, 24] as const;
const within = (width: number): number => Math.min(MOST, Math.max(LEAST, Math.round(width)));

type Props = { width: number; onResize: (width: number) => void };

/** Between the list and the matter: drawn to one side by hand, or moved by the arrow keys. */
export function Divider({ width, onResize }: Props) {
  const t = useT();
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- one that moves is no mere line
      role="separator"
      tabIndex={0}
      className={style['divider']}
      aria-orientation="vertical"
      aria-label={t('ledger.beside.width')}
      aria-valuenow={width}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        onResize(within(width + by));
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        const bar = event.currentTarget;
        const from = event.clientX;
        bar.setPointerCapture(event.pointerId);
        const move = (at: PointerEvent) => onResize(within(width + at.clientX - from));
        bar.addEventListener('pointermove', move);
        bar.addEventListener('lostpointercapture', () => bar.removeEventListener('pointermove', move), { once: true });
      }}
    />
  );
}
