import { createRoute } from '@tanstack/react-router';
import { BREAKDOWNS, oneOf, SIDES } from '../../../src/figures/counts/split.rules.ts';
import type { AddressRules } from '../../frame/address/wrong.ts';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';
import { readSearch, text, type BehindSearch } from './figures-search.ts';

/** What the address of figures may ask for, beside what the city names itself. */
const may: AddressRules['may'] = { from: 'day', to: 'day', asOf: 'day', by: BREAKDOWNS };

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
  staticData: {
    address: { may: { ...may, side: SIDES }, must: { mechanism: 'name', figure: 'name', from: 'day', to: 'day' } },
  },
  validateSearch: (search: Record<string, unknown>): BehindSearch => {
    const side = oneOf(SIDES, search['side']) ?? 'part';
    return { ...readSearch(search), figure: text(search['figure']) ?? '', side };
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
