import { createRoute } from '@tanstack/react-router';
import { Side } from '../../../src/figures/counts/count.contract.ts';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';
import { readSearch, text, type BehindSearch } from './figures-search.ts';

export const figuresRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/figures',
  validateSearch: readSearch,
  component: lazyPage(() => import('./FiguresPage.tsx'), 'FiguresPage'),
});

export const behindRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/figures/matters',
  validateSearch: (search: Record<string, unknown>): BehindSearch => {
    const side = Side.safeParse(search['side']);
    return { ...readSearch(search), figure: text(search['figure']) ?? '', side: side.success ? side.data : 'part' };
  },
  component: lazyPage(() => import('./BehindPage.tsx'), 'BehindPage'),
});

export const rankingRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/figures/ranking',
  validateSearch: readSearch,
  component: lazyPage(() => import('./RankingPage.tsx'), 'RankingPage'),
});
