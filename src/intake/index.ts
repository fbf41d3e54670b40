export { draftRoutes } from './draft.routes.ts';
export { minutesCommand } from './minutes/cli.ts';
