import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

export const deliveriesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/deliveries',
  staticData: { address: { may: { state: ['failed'] } } },
  validateSearch: (search: Record<string, unknown>): { state?: 'failed' } =>
    search['state'] === 'failed' ? { state: 'failed' } : {},
  component: lazyPage(() => import('./DeliveriesPage.tsx'), 'DeliveriesPage'),
});
