export { LiveQuery, Position } from './contract.ts';
export { openHub, type Hub } from './hub.ts';
export type { LiveSource, Topic } from './source.ts';
