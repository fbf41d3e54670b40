import { useQuery } from '@tanstack/react-query';
import type { Candidates } from '../../../src/matters/parties/parties.contract.ts';
import { api } from '../../api.ts';
import { useT } from '../../i18n/language.tsx';
import { SeatChoice, type SeatControl } from './SeatChoice.tsx';

type Props = SeatControl & { matter: string | undefined };

/** Who of the lead unit may be appointed; beside each what stands against it, as far as that is known. */
export function AppointeePicker({ matter, ...control }: Props) {
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
  const seats = (data?.rows ?? []).map((one) => ({
    seat: one.seat,
    says: [one.name, one.title, ...beside(one)].join(' · '),
  }));
  return <SeatChoice {...control} seats={seats} />;
}
