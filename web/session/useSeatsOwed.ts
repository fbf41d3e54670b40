import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Owed, SeatsOwed } from '../../src/matters/hands/hands.contract.ts';
import { api } from '../api.ts';
import { useT } from '../i18n/language.tsx';
import { useSession } from './session.ts';

/** The live line tells of this seat’s matters alone; what comes to another of mine is asked for. */
const EVERY_MS = 30_000;

const seatsOwedQuery = queryOptions({
  queryKey: ['owed'],
  queryFn: ({ signal }) => api.get<SeatsOwed>('/api/workbench/seats', signal),
  refetchInterval: EVERY_MS,
});

/** What each of my seats owes, in words, and how much all but this one owe; only for whoever has several. */
export function useSeatsOwed() {
  const t = useT();
  const { caller, seats } = useSession();
  const { data } = useQuery({ ...seatsOwedQuery, enabled: seats.length > 1 });
  const say = ({ total, workdaysLate }: Owed): string => {
    if (total === 0) return t('web.seat.owes.nothing');
    return workdaysLate === null
      ? t('web.seat.owes', { n: total })
      : t('web.seat.owes.late', { n: total, late: workdaysLate });
  };
  const of = (seat: string) => data?.rows.find((row) => row.seat === seat);
  return {
    owes: (seat: string): string | undefined => {
      const owed = of(seat);
      return owed && say(owed);
    },
    elsewhere: (data?.rows ?? []).reduce((sum, { seat, total }) => sum + (seat === caller.seat ? 0 : total), 0),
  };
}
