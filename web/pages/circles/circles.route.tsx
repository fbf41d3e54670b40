import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

/** Who is named for what is sealed. */
export const circlesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/circles',
  component: lazyPage(() => import('./CirclesPage.tsx'), 'CirclesPage'),
});
