import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';

export const noticesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/notices',
  validateSearch: (search: Record<string, unknown>): { unread?: '1' } =>
    search['unread'] === '1' ? { unread: '1' } : {},
  component: lazyRouteComponent(() => import('./NoticesPage.tsx'), 'NoticesPage'),
});
