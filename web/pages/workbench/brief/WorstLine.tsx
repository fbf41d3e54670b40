import { dayOf } from '../../../../src/kernel/day.ts';
import type { Block, Worst } from '../../../../src/matters/brief/brief.contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import { TodoLine } from '../TodoLine.tsx';
import style from './Brief.module.css';

type Props = { worst: Worst; open: boolean; onOpen: (open: boolean) => void };

/** One of the worst: how late, whose, what it hangs on, what its lead unit said last; and a reminder or a word at once. */
export function WorstLine({ worst: { row, blocks, said }, open, onOpen }: Props) {
  const t = useT();
  const { day } = useFormat();
  const { unitName } = useUnits();
  const hangs = (block: Block): string => {
    const units = block.units.map(unitName);
    if (block.why === 'reassign' && !units.length) return t('brief.block.assign');
    return t(`brief.block.${block.why}`, { units, until: 'until' in block ? day(block.until) : '' });
  };
  return (
    <TodoLine todo={{ row, act: 'remind', seen: true }} fresh={false} gone={false} open={open} onOpen={onOpen}>
      <p className={style['hangs']}>
        <b>{t('brief.hangs')}</b>
        {blocks.map(hangs).join(t('brief.between'))}
      </p>
      <p className={style['said']}>
        {said ? t('brief.said', { day: day(dayOf(new Date(said.at))), text: said.text }) : t('brief.said.none')}
      </p>
    </TodoLine>
  );
}
