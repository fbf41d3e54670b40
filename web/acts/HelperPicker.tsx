import type { SelectHTMLAttributes } from 'react';
import type { MatterView } from '../../src/matters/contract.ts';
import { useLanguage } from '../i18n/language.tsx';
import { helperCalled } from '../matters/helperCalled.ts';
import { useUnits } from '../units/useUnits.ts';

type Props = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'className'> & {
  className: string | undefined;
  helpers: MatterView['helpers'];
  value: string;
  onChange: (seat: string) => void;
};

/** Those who help with this matter, by name; there are a few of them. */
export function HelperPicker({ helpers, value, onChange, ...common }: Props) {
  const { t, language } = useLanguage();
  const { unitName } = useUnits();
  return (
    <select {...common} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('web.field.seat.choose')}</option>
      {helpers.map((one) => (
        <option key={one.seat} value={one.seat}>
          {[one.unit && unitName(one.unit), helperCalled(one, language), one.name].filter(Boolean).join(' ')}
        </option>
      ))}
    </select>
  );
}
