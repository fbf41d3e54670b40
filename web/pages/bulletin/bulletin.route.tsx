import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

export const bulletinsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/bulletins',
  component: lazyPage(() => import('./BulletinsPage.tsx'), 'BulletinsPage'),
});

/** The preview of a round's bulletin, before it is published. */
export const previewRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/bulletins/preview',
  staticData: { address: { must: { round: 'id' } } },
  validateSearch: (search: Record<string, unknown>): { round: string } => ({
    round: typeof search['round'] === 'string' ? search['round'] : '',
  }),
  component: lazyPage(() => import('./PreviewPage.tsx'), 'PreviewPage'),
});

export const bulletinRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/bulletins/$id',
  component: lazyPage(() => import('./BulletinPage.tsx'), 'BulletinPage'),
});
