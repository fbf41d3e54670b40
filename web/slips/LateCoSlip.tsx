import type { MatterRow } from '../../src/matters/contract.ts';
import { useT } from '../i18n/language.tsx';
import { useUnits } from '../units/useUnits.ts';
import style from './Slip.module.css';

type Props = {
  row: Pick<MatterRow, 'lateCo'>;
  /** On one line: how late comes first, and of a unit's long name what there is room for. */
  short?: boolean;
};

/** That a co-unit is late with its part while the matter's own slip is of the lead unit; nothing where none is. */
export const LateCoSlip = ({ row, short = false }: Props) =>
  row.lateCo ? <Late {...row.lateCo} short={short} /> : null;

function Late({ unit, workdaysLate, others, short }: NonNullable<MatterRow['lateCo']> & { short: boolean }) {
  const t = useT();
  const { unitName } = useUnits();
  const told = { unit: unitName(unit), n: workdaysLate };
  const whole = t('web.co.late', told) + (others > 0 ? t('web.co.late.others', { n: others }) : '');
  return (
    <span
      className={`${style['slip']} ${style[short ? 'short' : 'long']}`}
      data-slip="overdue"
      title={short ? whole : undefined}
    >
      <span aria-hidden="true" className={style['shape']}>
        ■
      </span>
      {short ? (
        <span>
          {t(others > 0 ? 'web.co.late.short.others' : 'web.co.late.short', { n: workdaysLate })}
          <span data-who>
            {t(others > 0 ? 'web.co.late.who.others' : 'web.co.late.who', { unit: told.unit, all: others + 1 })}
          </span>
        </span>
      ) : (
        <span>{whole}</span>
      )}
    </span>
  );
}
