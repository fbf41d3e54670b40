import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';

export const transfersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/transfers',
  component: lazyRouteComponent(() => import('./TransfersPage.tsx'), 'TransfersPage'),
});
