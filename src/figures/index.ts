export { figureRoutes } from './figures.routes.ts';
export { roundFigures } from './round.figures.ts';
