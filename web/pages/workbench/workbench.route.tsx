import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { filters, type Filter } from './filters.ts';

export const workbenchRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { filter?: Filter } => {
    const filter = filters.find((one) => one === search['filter']);
    return filter ? { filter } : {};
  },
  component: lazyRouteComponent(() => import('./WorkbenchPage.tsx'), 'WorkbenchPage'),
});
