import { createRoute } from '@tanstack/react-router';
import { isDay } from '../../../src/kernel/day.ts';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

export const topicsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/topics',
  staticData: { address: { may: { week: 'day' } } },
  validateSearch: ({ week }: Record<string, unknown>): { week?: string } =>
    typeof week === 'string' && isDay(week) ? { week } : {},
  component: lazyPage(() => import('./TopicsPage.tsx'), 'TopicsPage'),
});
