import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';

/** Where a matter is registered by hand. */
export const registerRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/matters/new',
  component: lazyRouteComponent(() => import('./RegisterPage.tsx'), 'RegisterPage'),
});
