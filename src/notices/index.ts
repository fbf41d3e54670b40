export { deliveryRoutes } from './delivery/delivery.routes.ts';
export { noticeJobs } from './delivery/deliver.jobs.ts';
export { noticeRoutes } from './notice.routes.ts';
export type { Outward } from './delivery/outward.ts';
export { settingsRoutes } from './settings/settings.routes.ts';
export type { People } from './telling/people.rules.ts';
export { doingsOf, type Doing } from './telling/rungs.rules.ts';
