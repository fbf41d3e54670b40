import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

export type CataloguesSearch = { mechanism?: string; list?: string; unit?: string };

/** The lists that are published from above, and where each unit stands with each of their items. */
export const cataloguesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/catalogues',
  validateSearch: ({ mechanism, list, unit }: Record<string, unknown>): CataloguesSearch => ({
    ...(typeof mechanism === 'string' && mechanism ? { mechanism } : {}),
    ...(typeof list === 'string' && list ? { list } : {}),
    ...(typeof unit === 'string' && unit ? { unit } : {}),
  }),
  component: lazyPage(() => import('./CataloguesPage.tsx'), 'CataloguesPage'),
});

/** An edition of a list is brought in: read from a table, compared, done. */
export const editionRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/catalogues/edition',
  component: lazyPage(() => import('./edition/EditionPage.tsx'), 'EditionPage'),
});
