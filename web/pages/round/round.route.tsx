import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { rootRoute } from '../../root.route.tsx';
import { signedIn } from '../../session/signedIn.ts';
import { lazyPage } from '../../lazyPage.ts';

export const roundsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/rounds',
  component: lazyPage(() => import('./RoundsPage.tsx'), 'RoundsPage'),
});

export const roundRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/rounds/$id',
  staticData: { address: { may: { asOf: 'moment' } } },
  /** As of when the round before is told; left out: now. */
  validateSearch: (search: Record<string, unknown>): { asOf?: string } =>
    typeof search['asOf'] === 'string' && search['asOf'] ? { asOf: search['asOf'] } : {},
  component: lazyPage(() => import('./RoundPage.tsx'), 'RoundPage'),
});

/** On a wall there is no desk around the page. */
export const wallRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rounds/$id/wall',
  beforeLoad: signedIn,
  component: lazyPage(() => import('./wall/WallPage.tsx'), 'WallPage'),
});
