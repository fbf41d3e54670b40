import type { MatterRow } from '../../src/matters/contract.ts';
import { useT } from '../i18n/language.tsx';
import { useUnits } from '../units/useUnits.ts';
import style from './Slip.module.css';

/** That a co-unit is late with its part while the matter's own slip is of the lead unit; nothing where none is. */
export const LateCoSlip = ({ row }: { row: Pick<MatterRow, 'lateCo'> }) =>
  row.lateCo ? <Late {...row.lateCo} /> : null;

function Late({ unit, workdaysLate, others }: NonNullable<MatterRow['lateCo']>) {
  const t = useT();
  const { unitName } = useUnits();
  return (
    <span className={`${style['slip']} ${style['long']}`} data-slip="overdue">
      <span aria-hidden="true" className={style['shape']}>
        ■
      </span>
      <span>
        {t('web.co.late', { unit: unitName(unit), n: workdaysLate })}
        {others > 0 && t('web.co.late.others', { n: others })}
      </span>
    </span>
  );
}
