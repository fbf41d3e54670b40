import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../../root.route.tsx';
import { withSession } from '../../session/signedIn.ts';
import { lazyPage } from '../../lazyPage.ts';

/** Outside the desk: whoever must change their password sees nothing of it before. */
export const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  beforeLoad: async (arriving) => void (await withSession(arriving)),
  component: lazyPage(() => import('./PasswordPage.tsx'), 'PasswordPage'),
});
