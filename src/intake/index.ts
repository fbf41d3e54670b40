export { draftRoutes } from './draft.routes.ts';
export { decodeText } from './reading/decode.rules.ts';
export { importMatters } from './sheets/import.jobs.ts';
export { importRoutes } from './sheets/import.routes.ts';
export { schemeTableOf } from './schemes/scheme-table.ts';
export { schemeTableRoutes } from './schemes/scheme-table.routes.ts';
export { rosterRoutes } from './roster/roster.routes.ts';
