import { Link } from '@tanstack/react-router';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { MatterSlip } from '../../../slips/MatterSlip.tsx';
import { OfficeSlip } from '../../../slips/OfficeSlip.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import style from './MatterCard.module.css';

type Props = {
  row: MatterRow;
  /** Says the phase in words: where no column says it. */
  phase?: boolean;
  /** Arrived or moved while the board was open. */
  fresh?: boolean;
};

/** A matter as a slip of paper: its number, its words, who leads, how late; all of it opens the matter. */
export function MatterCard({ row, phase = false, fresh = false }: Props) {
  const t = useT();
  const { day } = useFormat();
  const { unitName } = useUnits();
  return (
    <Link to="/matters/$id" params={{ id: row.id }} className={style['card']} data-row>
      <span className={style['top']}>
        <span className="docno">
          {fresh && <span className={style['fresh']}>{t('web.fresh')}</span>}
          {row.number}
        </span>
        {row.phase !== 'closed' && (
          <span className={style['phase']} data-always={phase}>
            {t(`documents.board.${row.phase}`)}
          </span>
        )}
      </span>
      <span className={style['text']}>{row.text}</span>
      <span className={style['foot']}>
        <span className={style['lead']}>{row.lead ? unitName(row.lead) : t('documents.lead.missing')}</span>
        {row.phase !== 'closed' && row.slip === 'calm' && row.due ? (
          <span>{day(row.due)}</span>
        ) : (
          <MatterSlip row={row} />
        )}
      </span>
      <OfficeSlip row={row} />
    </Link>
  );
}
