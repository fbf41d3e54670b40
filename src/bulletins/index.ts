export { bulletinRoutes } from './bulletin.routes.ts';
export { PUBLISH, publishBulletin } from './bulletin.acts.ts';
export { bulletinSubject } from './verify.ts';
