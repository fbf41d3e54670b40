export { deliveryRoutes } from './delivery.routes.ts';
export { noticeJobs } from './deliver.jobs.ts';
export { noticeRoutes } from './notice.routes.ts';
export type { Outward } from './outward.ts';
export { settingsRoutes } from './settings.routes.ts';
