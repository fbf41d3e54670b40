import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

export const importRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/import',
  component: lazyPage(() => import('./ImportPage.tsx'), 'ImportPage'),
});

export const importReviewRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/import/$id',
  component: lazyPage(() => import('./review/ReviewPage.tsx'), 'ReviewPage'),
});
