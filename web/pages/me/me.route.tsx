import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

export const meRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/me',
  component: lazyPage(() => import('./MePage.tsx'), 'MePage'),
});
