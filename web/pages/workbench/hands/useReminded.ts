import { useQuery } from '@tanstack/react-query';
import type { NamedSeat } from '../../../../src/matters/mentions/mention.contract.ts';
import { useSession } from '../../../session/session.ts';
import { handsQuery } from './hands.queries.ts';

/** The colleague whose work is listed and who may be reminded of it; nobody for oneself, and for what nobody has. */
export function useReminded(hand: string | undefined): NamedSeat | undefined {
  const { caller } = useSession();
  const { data } = useQuery({ ...handsQuery, enabled: caller.role === 'head' && hand !== undefined });
  const found = data?.rows.find(({ seat }) => seat === hand && seat !== caller.seat);
  return found && { seat: found.seat, name: found.name, unit: found.unit, title: found.title };
}
