import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

export const calendarRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/calendar',
  staticData: { address: { may: { month: 'month' } } },
  validateSearch: (search: Record<string, unknown>): { month?: string } =>
    typeof search['month'] === 'string' ? { month: search['month'] } : {},
  component: lazyPage(() => import('./CalendarPage.tsx'), 'CalendarPage'),
});
