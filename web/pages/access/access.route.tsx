import { createRoute } from '@tanstack/react-router';
import { isDay } from '../../../src/kernel/day.ts';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';
import type { AccessSearch } from './search.ts';

const ID = /^[0-9a-f-]{36}$/u;

export const accessRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/access-log',
  staticData: { address: { may: { matter: 'id', originator: 'id', unit: 'id', from: 'day', until: 'day' } } },
  validateSearch: (search: Record<string, unknown>): AccessSearch => {
    const kept: AccessSearch = {};
    for (const key of ['matter', 'originator', 'unit'] as const) {
      const value = search[key];
      if (typeof value === 'string' && ID.test(value)) kept[key] = value;
    }
    for (const key of ['from', 'until'] as const) {
      const value = search[key];
      if (typeof value === 'string' && isDay(value)) kept[key] = value;
    }
    return kept;
  },
  component: lazyPage(() => import('./AccessPage.tsx'), 'AccessPage'),
});
