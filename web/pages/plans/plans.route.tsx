import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

export type PlansSearch = { plan?: string; asOf?: string; unit?: string; only?: 'lagging' };

/** A year's plan as a tree that is summed up from below; with `unit`, what one unit has of it. */
export const plansRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/plans',
  validateSearch: ({ plan, asOf, unit, only }: Record<string, unknown>): PlansSearch => ({
    ...(typeof plan === 'string' && plan ? { plan } : {}),
    ...(typeof asOf === 'string' && /^\d{4}-\d\d-\d\d$/u.test(asOf) ? { asOf } : {}),
    ...(typeof unit === 'string' && unit ? { unit } : {}),
    ...(only === 'lagging' ? { only } : {}),
  }),
  component: lazyPage(() => import('./PlansPage.tsx'), 'PlansPage'),
});

/** A published plan is read into a tree, looked over and given to units. */
export const newPlanRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/plans/new',
  component: lazyPage(() => import('./new/NewPlanPage.tsx'), 'NewPlanPage'),
});
