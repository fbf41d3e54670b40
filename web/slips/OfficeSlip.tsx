import type { MatterRow } from '../../src/matters/contract.ts';
import { useFormat } from '../format/useFormat.ts';
import { useLanguage } from '../i18n/language.tsx';
import { officeLate } from './officeLate.ts';
import style from './Slip.module.css';

type Props = {
  row: Pick<MatterRow, 'office' | 'phase'>;
  /** In few words: where a line has no room for all of them, and the stage beside it says what the office has to do. */
  short?: boolean;
};

/** That the supervision office itself is late, or soon will be, with a matter whose unit has done its part; else nothing. */
export function OfficeSlip({ row, short = false }: Props) {
  const { t, language } = useLanguage();
  const { left } = useFormat();
  const late = officeLate(row);
  if (!late) return null;
  const told = left(late.workdaysLeft);
  const whole = late.name
    ? t('web.office.slip.clock', { clock: late.name[language], left: told })
    : t('web.office.slip', { work: t(`matter.office.${row.phase}`), left: told });
  return (
    <span
      className={`${style['slip']} ${style[short ? 'short' : 'long']}`}
      data-slip={late.slip}
      title={short ? whole : undefined}
    >
      <span aria-hidden="true" className={style['shape']}>
        {late.slip === 'overdue' ? '■' : '◆'}
      </span>
      <span>{short ? t('web.office.slip.short', { left: told }) : whole}</span>
    </span>
  );
}
