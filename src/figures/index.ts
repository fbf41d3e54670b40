export { countRoutes } from './counts/count.routes.ts';
export { exportFigures } from './counts/export.jobs.ts';
export { figureRoutes } from './figures.routes.ts';
export { exportRanking } from './ranking/export.jobs.ts';
export { holdRankings } from './ranking/last.ts';
export { rankingsHeld } from './ranking/ranking.jobs.ts';
export { rankingRoutes } from './ranking/ranking.routes.ts';
export { roundFigures } from './round.figures.ts';
