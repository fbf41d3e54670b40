export { foundingRoutes } from './founding.routes.ts';
export { foundWithAdministrator, offerSetup, type NewCity } from './found.acts.ts';
export { isPlaceCode } from './place.rules.ts';
