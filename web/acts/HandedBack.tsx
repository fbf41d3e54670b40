import type { MatterView } from '../../src/matters/contract.ts';
import { cityDay } from '../format/day.ts';
import { useFormat } from '../format/useFormat.ts';
import { useT } from '../i18n/language.tsx';
import { useUnits } from '../units/useUnits.ts';
import { handedBack } from './begin.ts';

/** Who has handed the matter back and why, above the field for whom it goes to now: they stand in it no more. */
export function HandedBack({ view }: { view: MatterView }) {
  const t = useT();
  const { day } = useFormat();
  const { unitName } = useUnits();
  return handedBack(view).map(({ unit, at, reason }) => (
    <p key={unit} className="quiet">
      {t(reason && at ? 'web.assign.handed-back' : 'web.assign.handed-back.bare', {
        unit: unitName(unit),
        day: at && day(cityDay(at)),
        reason,
      })}
    </p>
  ));
}
