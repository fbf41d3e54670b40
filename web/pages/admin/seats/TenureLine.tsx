import type { Seat, Tenure } from '../../../../src/directory/people/people.contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';

/** Who sat on a seat before, or where the seat was before its unit was merged; what is as it is now is not said again. */
export function TenureLine({ tenure, seat }: { tenure: Tenure; seat: Seat }) {
  const t = useT();
  const { instant } = useFormat();
  const { unitName } = useUnits();
  const { account, name, unit, title, from, until } = tenure;
  const same = account === seat.account;
  const what = [!same && name, (same || unit !== seat.unit) && unit && unitName(unit), title].filter(Boolean).join(' ');
  return (
    <p className="faint">
      {t(`admin.seat.${same ? 'earlier' : 'before'}`, { what, from: instant(from), until: instant(until ?? from) })}
    </p>
  );
}
