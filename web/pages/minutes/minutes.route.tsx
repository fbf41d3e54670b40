import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

export const minutesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/minutes',
  component: lazyPage(() => import('./MinutesPage.tsx'), 'MinutesPage'),
});

export const draftRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/minutes/$id',
  component: lazyPage(() => import('./DraftPage.tsx'), 'DraftPage'),
});
