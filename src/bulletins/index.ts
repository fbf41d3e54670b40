export { bulletinRoutes } from './bulletin.routes.ts';
export { publishBulletin } from './bulletin.acts.ts';
export { bulletinSubject } from './verify.ts';
