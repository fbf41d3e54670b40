import { createRoute } from '@tanstack/react-router';
import { Breakdown, Side } from '../../../src/figures/counts/count.contract.ts';
import type { AddressRules } from '../../frame/address/wrong.ts';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';
import { readSearch, text, type BehindSearch } from './figures-search.ts';

/** What the address of figures may ask for, beside what the city names itself. */
const may: AddressRules['may'] = { from: 'day', to: 'day', asOf: 'day', by: Breakdown.options };

export const figuresRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/figures',
  staticData: { address: { may } },
  validateSearch: readSearch,
  component: lazyPage(() => import('./FiguresPage.tsx'), 'FiguresPage'),
});

export const behindRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/figures/matters',
  staticData: { address: { may: { ...may, side: Side.options } } },
  validateSearch: (search: Record<string, unknown>): BehindSearch => {
    const side = Side.safeParse(search['side']);
    return { ...readSearch(search), figure: text(search['figure']) ?? '', side: side.success ? side.data : 'part' };
  },
  component: lazyPage(() => import('./BehindPage.tsx'), 'BehindPage'),
});

export const rankingRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/figures/ranking',
  staticData: { address: { may } },
  validateSearch: readSearch,
  component: lazyPage(() => import('./RankingPage.tsx'), 'RankingPage'),
});
