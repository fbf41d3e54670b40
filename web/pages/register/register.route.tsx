import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

/** Where a matter is registered by hand. */
export const registerRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/matters/new',
  /** What the form begins with: for whoever takes one call after another. */
  validateSearch: (search: Record<string, unknown>): { mechanism?: string; channel?: string } => {
    const { mechanism, channel } = search;
    return {
      ...(typeof mechanism === 'string' ? { mechanism } : {}),
      ...(typeof channel === 'string' ? { channel } : {}),
    };
  },
  component: lazyPage(() => import('./RegisterPage.tsx'), 'RegisterPage'),
});
