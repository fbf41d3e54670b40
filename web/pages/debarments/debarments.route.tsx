import { createRoute } from '@tanstack/react-router';
import { isDay } from '../../../src/kernel/day.ts';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

/** The register of debarments; `day`: those who were debarred on it. */
export const debarmentsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/debarments',
  staticData: { address: { may: { day: 'day' } } },
  validateSearch: ({ day }: Record<string, unknown>): { day?: string } =>
    typeof day === 'string' && isDay(day) ? { day } : {},
  component: lazyPage(() => import('./DebarmentsPage.tsx'), 'DebarmentsPage'),
});
