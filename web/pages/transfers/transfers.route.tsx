import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

export const transfersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/transfers',
  component: lazyPage(() => import('./TransfersPage.tsx'), 'TransfersPage'),
});
