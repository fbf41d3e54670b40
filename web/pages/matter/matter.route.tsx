import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';

export const matterRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/matters/$id',
  component: lazyRouteComponent(() => import('./MatterPage.tsx'), 'MatterPage'),
});
