import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';

export const calendarRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/calendar',
  validateSearch: (search: Record<string, unknown>): { month?: string } =>
    typeof search['month'] === 'string' ? { month: search['month'] } : {},
  component: lazyRouteComponent(() => import('./CalendarPage.tsx'), 'CalendarPage'),
});
