import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

/** The enterprises of the city, as those who oversee all look them up. */
export const enterprisesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/enterprises',
  validateSearch: (search: Record<string, unknown>): { q?: string } => {
    const { q } = search;
    return typeof q === 'string' && q ? { q } : {};
  },
  component: lazyPage(() => import('./EnterpriseListPage.tsx'), 'EnterpriseListPage'),
});

/** One enterprise: what is known of it and what it has raised. */
export const enterpriseRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/enterprises/$id',
  component: lazyPage(() => import('./EnterprisePage.tsx'), 'EnterprisePage'),
});
