import { createRoute, redirect } from '@tanstack/react-router';
import { ApiProblem } from '../api.ts';
import { rootRoute } from '../root.route.tsx';
import { sessionQuery } from '../session/session.ts';
import { Frame } from './Frame.tsx';

/** The desk: every page behind the sign-in stands in it. Who isn't signed in goes to sign in and comes back here. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  component: Frame,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.ensureQueryData(sessionQuery);
    } catch (error) {
      if (error instanceof ApiProblem && error.problem.status === 401) {
        redirect({ to: '/sign-in', search: { to: location.href }, throw: true });
      }
      throw error;
    }
  },
});
