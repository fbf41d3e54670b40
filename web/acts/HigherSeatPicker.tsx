import { useQuery } from '@tanstack/react-query';
import type { HigherSeats } from '../../src/matters/pressing/pressing.contract.ts';
import { api } from '../api.ts';
import { useT } from '../i18n/language.tsx';
import { useUnits } from '../units/useUnits.ts';

type Props = {
  id: string;
  className: string | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
  'aria-required': boolean;
  matter: string | undefined;
  value: string;
  onChange: (seat: string) => void;
};

/** The seats above the lead unit to which this matter may be raised; there are a few of them, by name. */
export function HigherSeatPicker({ matter, value, onChange, ...common }: Props) {
  const t = useT();
  const { unitName } = useUnits();
  const { data } = useQuery({
    queryKey: ['higher-seats', matter],
    queryFn: ({ signal }) => api.get<HigherSeats>(`/api/matters/${matter}/higher-seats`, signal),
    enabled: matter !== undefined,
  });
  return (
    <select {...common} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('web.field.seat.choose')}</option>
      {data?.rows.map((one) => (
        <option key={one.seat} value={one.seat}>
          {[one.unit && unitName(one.unit), one.title, one.name].filter(Boolean).join(' ')}
        </option>
      ))}
    </select>
  );
}
