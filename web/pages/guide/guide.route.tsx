import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../frame/frame.route.tsx';
import { lazyPage } from '../../lazyPage.ts';

const component = lazyPage(() => import('./GuidePage.tsx'), 'GuidePage');

export const guideIndexRoute = createRoute({ getParentRoute: () => frameRoute, path: '/guide', component });
export const guideRoute = createRoute({ getParentRoute: () => frameRoute, path: '/guide/$chair', component });
