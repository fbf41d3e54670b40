import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';

export const minutesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/minutes',
  component: lazyRouteComponent(() => import('./MinutesPage.tsx'), 'MinutesPage'),
});

export const draftRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/minutes/$id',
  component: lazyRouteComponent(() => import('./DraftPage.tsx'), 'DraftPage'),
});
