import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { filters, type Filter } from './filters.ts';
import { lazyPage } from '../../lazyPage.ts';

/** A seat, or nobody’s: see the contract. */
const HAND = /^(none|[0-9a-f-]{36})$/u;

export const workbenchRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  staticData: { address: { may: { filter: filters } } },
  validateSearch: (search: Record<string, unknown>): { filter?: Filter; hand?: string } => {
    const filter = filters.find((one) => one === search['filter']);
    const hand = HAND.test(String(search['hand'])) ? String(search['hand']) : undefined;
    return { ...(filter ? { filter } : {}), ...(hand ? { hand } : {}) };
  },
  component: lazyPage(() => import('./WorkbenchPage.tsx'), 'WorkbenchPage', 'first'),
});
