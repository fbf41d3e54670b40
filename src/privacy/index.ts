export { viewLooks } from './access/log.ts';
export { shownRoutes } from './access/log.routes.ts';
export { keptRoutes } from './erasure/kept.routes.ts';
