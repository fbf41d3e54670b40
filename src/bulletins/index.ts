export { bulletinRoutes } from './bulletin.routes.ts';
export { bulletinSubject, publishBulletin } from './bulletin.acts.ts';
