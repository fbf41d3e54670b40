import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';
import { readWorks, type WorksSearch } from './works-search.ts';

/** What is built, on a list and a map; one of them open, with the form of whoever stands there. */
export const worksRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/works',
  staticData: { address: { may: { asOf: 'day' } } },
  validateSearch: (search: Record<string, unknown>): WorksSearch => readWorks(search),
  component: lazyPage(() => import('./WorksPage.tsx'), 'WorksPage'),
});
