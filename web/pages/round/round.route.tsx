import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { rootRoute } from '../../root.route.tsx';
import { signedIn } from '../../session/signedIn.ts';

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

/** On a wall there is no desk around the page. */
export const wallRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rounds/$id/wall',
  beforeLoad: signedIn,
  component: lazyRouteComponent(() => import('./wall/WallPage.tsx'), 'WallPage'),
});
