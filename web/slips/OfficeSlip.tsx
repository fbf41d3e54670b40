import type { MatterRow } from '../../src/matters/contract.ts';
import { useFormat } from '../format/useFormat.ts';
import { useT } from '../i18n/language.tsx';
import style from './Slip.module.css';

/** That the supervision office itself is late, or soon will be, with a matter whose unit has done its part; else nothing. */
export function OfficeSlip({ row }: { row: Pick<MatterRow, 'office' | 'phase'> }) {
  const t = useT();
  const { left } = useFormat();
  const { slip, workdaysLeft } = row.office ?? {};
  if (workdaysLeft == null || (slip !== 'overdue' && slip !== 'soon')) return null;
  return (
    <span className={`${style['slip']} ${style['long']}`} data-slip={slip}>
      <span aria-hidden="true" className={style['shape']}>
        {slip === 'overdue' ? '■' : '◆'}
      </span>
      <span>{t('web.office.slip', { work: t(`matter.office.${row.phase}`), left: left(workdaysLeft) })}</span>
    </span>
  );
}
