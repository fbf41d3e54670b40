import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

export const matterRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/matters/$id',
  component: lazyPage(() => import('./MatterPage.tsx'), 'MatterPage'),
});
