import type { MatterView } from '../../../src/matters/contract.ts';
import { useUnits } from '../../units/useUnits.ts';
import { SeatChoice, type SeatControl } from './SeatChoice.tsx';

type Props = SeatControl & { view: MatterView | undefined };

/** Those who are held back because a party that came in later has to do with them. */
export function ConflictedPicker({ view, ...control }: Props) {
  const { unitName } = useUnits();
  const all = [view?.between?.appointed, ...(view?.helpers ?? [])].flatMap((one) => (one?.conflicts ? one : []));
  const seats = all.map(({ seat, unit, title, name }) => ({
    seat,
    says: [unit && unitName(unit), title, name].filter(Boolean).join(' '),
  }));
  return <SeatChoice {...control} seats={seats} />;
}
