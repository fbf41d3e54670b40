import { useQuery } from '@tanstack/react-query';
import type { Candidates } from '../../../src/matters/parties/parties.contract.ts';
import { api } from '../../api.ts';
import { useT } from '../../i18n/language.tsx';

type Props = {
  id: string;
  className: string | undefined;
  describedBy: string | undefined;
  invalid: boolean | undefined;
  matter: string | undefined;
  value: unknown;
  onChange: (seat: string) => void;
};

/** Who of the lead unit may be appointed; beside each what stands against it, as far as that is known. */
export function AppointeePicker({ matter, value, onChange, describedBy, invalid, ...common }: Props) {
  const t = useT();
  const { data } = useQuery({
    queryKey: ['candidates', matter],
    queryFn: ({ signal }) => api.get<Candidates>(`/api/matters/${matter}/candidates`, signal),
    enabled: matter !== undefined,
  });
  const beside = ({ why, impartial, onDuty }: Candidates['rows'][number]): string[] => [
    ...(onDuty ? [t('web.candidates.on-duty')] : []),
    ...(why ? [t('web.candidates.conflict')] : impartial === 'unknown' ? [t('web.candidates.unknown')] : []),
  ];
  if (data?.rows.length === 0) return <p className="quiet">{t('web.candidates.none')}</p>;
  return (
    <select
      {...common}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('web.candidates.choose')}</option>
      {data?.rows.map((one) => (
        <option key={one.seat} value={one.seat}>
          {[one.name, one.title, ...beside(one)].join(' · ')}
        </option>
      ))}
    </select>
  );
}
