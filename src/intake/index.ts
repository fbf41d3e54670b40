export { draftRoutes } from './draft.routes.ts';
export { decodeText } from './reading/decode.rules.ts';
export { importMatters } from './sheets/import.jobs.ts';
export { importRoutes } from './sheets/import.routes.ts';
