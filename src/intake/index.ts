export { draftRoutes } from './draft.routes.ts';
export { decodeText } from './reading/decode.rules.ts';
