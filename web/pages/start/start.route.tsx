import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../root.route.tsx';

/** Outside the desk: there is no city yet, and nobody to sign in. */
export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/start',
  component: lazyRouteComponent(() => import('./StartPage.tsx'), 'StartPage'),
});
