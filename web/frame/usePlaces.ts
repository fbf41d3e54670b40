import { useQuery } from '@tanstack/react-query';
import { mayReadDebarments } from '../../src/debarments/debarment-access.rules.ts';
import { mayReadDrafts } from '../../src/intake/draft-access.rules.ts';
import { mayReadDuplicates } from '../../src/intake/duplicates/access.rules.ts';
import { mayReadTopics } from '../../src/intake/topics/access.rules.ts';
import { useSession } from '../session/session.ts';
import { dutyUnitsQuery } from '../units/dutyUnits.query.ts';
import { places, thumbPlaces } from './places.ts';

/** The places that this seat may go to. */
export function usePlaces() {
  const { role } = useSession().caller;
  const duties = useIsOnDuty();
  return places.filter(
    ({ to }) =>
      (to !== '/minutes' || mayReadDrafts(role)) &&
      (to !== '/admin' || role === 'administrator') &&
      (to !== '/topics' || mayReadTopics(role)) &&
      (to !== '/duplicates' || mayReadDuplicates(role)) &&
      (to !== '/debarments' || mayReadDebarments(role)) &&
      (to !== '/duties' || duties) &&
      // What an enterprise has raised is for those who oversee all.
      (to !== '/enterprises' || role === 'supervisor' || role === 'mayor'),
  );
}

/** Whether rosters concern this seat: its unit keeps people on duty, or it makes the rules of those that do. */
function useIsOnDuty(): boolean {
  const { role, unit } = useSession().caller;
  const rules = role === 'administrator' || role === 'supervisor';
  const { data } = useQuery({ ...dutyUnitsQuery, enabled: rules || unit !== null });
  return (data?.units ?? []).some((one) => rules || one === unit);
}

/** Those of them that stand at the foot of a phone. */
export function useThumbPlaces() {
  const { role } = useSession().caller;
  const administers = role === 'administrator';
  return thumbPlaces.filter(({ to }) => (to !== '/admin' || administers) && (to !== '/figures' || !administers));
}

/** The others, which a phone finds on one's own page. */
export function useOtherPlaces() {
  const thumb = new Set<string>(useThumbPlaces().map(({ to }) => to));
  return usePlaces().filter(({ to }) => !thumb.has(to));
}
