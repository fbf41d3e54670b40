import { createRoute } from '@tanstack/react-router';
import { isDay } from '../../../src/kernel/day.ts';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

/** The roster of a month; `unit`: of another unit than one's own. */
export const dutiesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/duties',
  staticData: { address: { may: { month: 'month', unit: 'id' } } },
  validateSearch: ({ month, unit }: Record<string, unknown>): { month?: string; unit?: string } => ({
    ...(typeof month === 'string' && isDay(`${month}-01`) ? { month } : {}),
    ...(typeof unit === 'string' && unit ? { unit } : {}),
  }),
  component: lazyPage(() => import('./DutiesPage.tsx'), 'DutiesPage'),
});
