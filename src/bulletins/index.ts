export { bulletinRoutes } from './bulletin.routes.ts';
export { PUBLISH, publishBulletin } from './bulletin.acts.ts';
export { bulletinWords } from './words.ts';
export { bulletinSubject } from './verify.ts';
