import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

/** Outside the desk: whoever must change their password sees nothing of it before. */
export const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  component: lazyPage(() => import('./PasswordPage.tsx'), 'PasswordPage'),
});
