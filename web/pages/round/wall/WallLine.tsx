import type { MatterRow } from '../../../../src/matters/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { MatterSlip } from '../../../slips/MatterSlip.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import style from './WallArea.module.css';

/** A matter on the wall: its words, whose it is, and how it stands. */
export function WallLine({ row }: { row: MatterRow }) {
  const t = useT();
  const { unitName } = useUnits();
  return (
    <li className={style['line']}>
      <span className={style['text']}>{row.text}</span>
      <span className={style['who']}>
        <span>{row.lead ? unitName(row.lead) : t('documents.lead.missing')}</span>
        {row.phase === 'answered' ? <span>{t('wall.answered')}</span> : <MatterSlip row={row} />}
      </span>
    </li>
  );
}
