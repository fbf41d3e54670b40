import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';

export const roundsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/rounds',
  component: lazyRouteComponent(() => import('./RoundsPage.tsx'), 'RoundsPage'),
});

export const roundRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/rounds/$id',
  component: lazyRouteComponent(() => import('./RoundPage.tsx'), 'RoundPage'),
});
