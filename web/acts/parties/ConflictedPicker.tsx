import type { MatterView } from '../../../src/matters/contract.ts';
import { useT } from '../../i18n/language.tsx';
import { useUnits } from '../../units/useUnits.ts';

type Props = {
  id: string;
  className: string | undefined;
  describedBy: string | undefined;
  invalid: boolean | undefined;
  view: MatterView | undefined;
  value: unknown;
  onChange: (seat: string) => void;
};

/** Those who are held back because a party that came in later has to do with them. */
export function ConflictedPicker({ view, value, onChange, describedBy, invalid, ...common }: Props) {
  const t = useT();
  const { unitName } = useUnits();
  const all = [view?.between?.appointed, ...(view?.helpers ?? [])].flatMap((one) => (one?.conflicts ? one : []));
  return (
    <select
      {...common}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('web.candidates.choose')}</option>
      {all.map(({ seat, unit, title, name }) => (
        <option key={seat} value={seat}>
          {[unit && unitName(unit), title, name].filter(Boolean).join(' ')}
        </option>
      ))}
    </select>
  );
}
