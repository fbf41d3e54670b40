import { createRoute, redirect } from '@tanstack/react-router';
import { rootRoute } from '../../root.route.tsx';
import { setupQuery } from '../start/setup.queries.ts';
import { lazyPage } from '../../lazyPage.ts';

export const signinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  /** `to`: the address that was asked for, to come back to. Only an address of this page. */
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    typeof search['to'] === 'string' && /^\/(?!\/)/u.test(search['to']) ? { to: search['to'] } : {},
  /** Where there is no city yet nobody can sign in; who comes founds it. Not to know must keep nobody from signing in. */
  beforeLoad: async ({ context }) => {
    const setup = await context.queries.ensureQueryData(setupQuery).catch(() => null);
    if (setup?.open) redirect({ to: '/start', throw: true });
  },
  component: lazyPage(() => import('./SignInPage.tsx'), 'SignInPage', 'first'),
});
