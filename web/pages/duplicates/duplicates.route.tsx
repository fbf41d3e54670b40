import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

export const duplicatesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/duplicates',
  // Which mechanism there is, the page says when it is asked for.
  staticData: { address: { may: { mechanism: 'name' } } },
  validateSearch: ({ mechanism }: Record<string, unknown>): { mechanism?: string } =>
    typeof mechanism === 'string' && mechanism !== '' ? { mechanism } : {},
  component: lazyPage(() => import('./DuplicatesPage.tsx'), 'DuplicatesPage'),
});
