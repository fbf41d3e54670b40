import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

export const noticesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/notices',
  staticData: { address: { may: { unread: ['1'], digest: ['1'] } } },
  validateSearch: (search: Record<string, unknown>): { unread?: '1'; digest?: '1' } =>
    search['digest'] === '1' ? { digest: '1' } : search['unread'] === '1' ? { unread: '1' } : {},
  component: lazyPage(() => import('./NoticesPage.tsx'), 'NoticesPage'),
});
