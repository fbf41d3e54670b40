import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MatterRow } from '../../../src/matters/contract.ts';
import { Icon } from '../../frame/Icon.tsx';
import { useT } from '../../i18n/language.tsx';
import { MatterSlip } from '../../slips/MatterSlip.tsx';
import { PressChips } from '../../slips/PressChips.tsx';
import { OfficeSlip } from '../../slips/OfficeSlip.tsx';
import style from './Numbered.module.css';

type Props = {
  row: MatterRow;
  /** What its round is called; a list does not say. */
  round: string | null;
  children: ReactNode;
};

/** The number, how the matter stands in one slip, and its round; `children` before them is the way back. */
export function Numbered({ row, round, children }: Props) {
  const t = useT();
  return (
    <div className={style['line']}>
      {children}
      <span className={`${style['number']} docno`}>{row.number}</span>
      <MatterSlip row={row} />
      <OfficeSlip row={row} />
      <PressChips row={row} />
      {row.confidential && (
        <span className={style['lock']}>
          <Icon name="lock" size={14} />
          {t('web.confidential')}
        </span>
      )}
      {row.round && round && (
        <Link to="/rounds/$id" params={{ id: row.round }}>
          {round}
        </Link>
      )}
    </div>
  );
}
