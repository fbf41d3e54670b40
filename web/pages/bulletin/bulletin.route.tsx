import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';

export const bulletinsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/bulletins',
  component: lazyRouteComponent(() => import('./BulletinsPage.tsx'), 'BulletinsPage'),
});

/** The preview of a round's bulletin, before it is published. */
export const previewRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/bulletins/preview',
  validateSearch: (search: Record<string, unknown>): { round: string } => ({
    round: typeof search['round'] === 'string' ? search['round'] : '',
  }),
  component: lazyRouteComponent(() => import('./PreviewPage.tsx'), 'PreviewPage'),
});

export const bulletinRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/bulletins/$id',
  component: lazyRouteComponent(() => import('./BulletinPage.tsx'), 'BulletinPage'),
});
