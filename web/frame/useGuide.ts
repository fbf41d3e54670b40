import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { circlesQuery } from '../circles/circles.queries.ts';
import { useSession } from '../session/session.ts';
import { guidePageFor } from './guidePage.ts';

/** Opens the guide at the page of the chair that one sits on. Who is named for what is sealed is asked only now, as hardly anybody is. */
export function useGuide(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { role } = useSession().caller;
  return async () => {
    const circles = await queries.fetchQuery(circlesQuery).then(
      ({ rows }) => rows,
      // Without a line the page of the role is better than none.
      () => [],
    );
    await navigate({ to: '/guide/$chair', params: { chair: guidePageFor(role, circles) } });
  };
}
