import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';

export const deliveriesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/deliveries',
  validateSearch: (search: Record<string, unknown>): { state?: 'failed' } =>
    search['state'] === 'failed' ? { state: 'failed' } : {},
  component: lazyRouteComponent(() => import('./DeliveriesPage.tsx'), 'DeliveriesPage'),
});
