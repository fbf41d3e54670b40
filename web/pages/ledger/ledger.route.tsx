import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { ledgerSearch } from './ledger-search.ts';

export const ledgerRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/ledger',
  validateSearch: ledgerSearch,
  component: lazyRouteComponent(() => import('./LedgerPage.tsx'), 'LedgerPage'),
});
