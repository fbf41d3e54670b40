import type { MatterRow } from '../../src/matters/contract.ts';
import type { SlipColor } from '../../src/mechanism/contract.ts';
import { useFormat } from '../format/useFormat.ts';
import { useT, type Language } from '../i18n/language.tsx';
import style from './Slip.module.css';

/** A shape for each colour, so that nobody needs the colours. */
const SHAPES: Record<SlipColor, string> = { blue: '○', yellow: '△', orange: '◇', red: '□' };

/** A slip of supervision that was issued: its shape and its name, in its colour. */
export const ColorChip = ({ color }: { color: SlipColor }) => (
  <Chip color={color} shape={SHAPES[color]} words={useT()(`matter.slip-color.${color}`)} />
);

type Props = { row: Pick<MatterRow, 'slipColor' | 'listed' | 'raised' | 'erasing' | 'halted' | 'green'> };

/** Whether there is anything to be shown of what presses on a matter. */
export const isPressed = ({ slipColor, listed, raised, erasing, halted, green }: Props['row']): boolean =>
  Boolean(slipColor ?? listed ?? raised ?? erasing ?? halted ?? green);

/** Whether a slip alone does: a single mark, for which a line has room at its head; with English words beside it there is none. */
export const hasSlipAlone = (row: Props['row'], language: Language): boolean =>
  language === 'zh' &&
  Boolean(row.slipColor) &&
  !row.listed &&
  !row.raised &&
  !row.erasing &&
  !row.halted &&
  !row.green;

/**
 * What presses on a matter: that its work is stopped, the gravest slip not answered yet, the public list with what is left of its day, the higher seat, and that who raised it
 * waits to be erased.
 */
export function PressChips({ row }: Props) {
  const t = useT();
  const { left } = useFormat();
  if (!isPressed(row)) return null;
  return (
    <span className={style['chips']}>
      {row.green && <Chip color={null} shape="»" words={t('web.slip.green')} />}
      {row.halted && <Chip color="red" shape="✕" words={t('web.slip.halted')} />}
      {row.slipColor && <ColorChip color={row.slipColor} />}
      {row.listed && (
        <Chip color="orange" shape="▣" words={t('web.slip.listed', { left: left(row.listed.workdaysLeft) })} />
      )}
      {row.raised && <Chip color="red" shape="▲" words={t('web.slip.raised')} />}
      {row.erasing && <ErasingChip {...row.erasing} />}
    </span>
  );
}

/** Under its own day, as the clocks of the matter are of other things. */
function ErasingChip({ workdaysLeft }: NonNullable<Props['row']['erasing']>) {
  const t = useT();
  const { left } = useFormat();
  const words =
    workdaysLeft === null ? t('web.slip.erasing') : t('web.slip.erasing.left', { left: left(workdaysLeft) });
  return <Chip color={workdaysLeft !== null && workdaysLeft < 0 ? 'yellow' : 'blue'} shape="⊘" words={words} />;
}

const Chip = ({ color, shape, words }: { color: SlipColor | null; shape: string; words: string }) => (
  <span className={style['slip']} data-color={color ?? undefined}>
    <span aria-hidden="true" className={style['shape']}>
      {shape}
    </span>
    {words}
  </span>
);
