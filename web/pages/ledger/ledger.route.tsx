import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { ledgerSearch } from './ledger-search.ts';
import { lazyPage } from '../../lazyPage.ts';

export const ledgerRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/ledger',
  validateSearch: ledgerSearch,
  component: lazyPage(() => import('./LedgerPage.tsx'), 'LedgerPage'),
});
