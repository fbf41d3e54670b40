export { appealRoutes } from './appeal.routes.ts';
export { messengerOf, type Messenger } from './messenger.ts';
export { counterSessionRoutes } from './session.routes.ts';
