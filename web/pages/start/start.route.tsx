import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

/** Outside the desk: there is no city yet, and nobody to sign in. */
export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/start',
  component: lazyPage(() => import('./StartPage.tsx'), 'StartPage'),
});
